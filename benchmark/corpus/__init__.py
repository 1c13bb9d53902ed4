"""Made-up districts over years, in the printed style, with the truth that must come out.

`districts(seed=…)` streams them; a district streams its issues; an issue has the statements its papers make and, printed
by `benchmark.corpus.printing`, its text. `District.truth` says which facts held from when to when, worked out from what
happened in the district and never by `graph.timeline`. Everything follows from the seed.

    python -m benchmark.corpus --districts 3 --years 2 --out DIR
"""

from benchmark.corpus.district import District
from benchmark.corpus.places import places
from benchmark.corpus.printing import PLAIN, PRINTED, Print, print_issue
from benchmark.corpus.sheet import Held, Issue

__all__ = ["PLAIN", "PRINTED", "District", "Held", "Issue", "Print", "places", "print_issue"]
