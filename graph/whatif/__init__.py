"""What a draft would do: a notice that is not in the ledger, folded in memory together with all that is.

`compare(before, draft, decisions, on)` gives `Effects`; `effects` says what they hold. Nothing is written anywhere.
"""

from graph.whatif.compare import compare
from graph.whatif.effects import Effects

__all__ = ["Effects", "compare"]
