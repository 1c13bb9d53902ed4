"""The heart: statements in, intervals out (DESIGN, section 5).

`fold(statements, identity)` gives a `Timeline` of frozen facts; `facts` says what there is.
"""

from graph.timeline.fold import Timeline, fold, trusted

__all__ = ["Timeline", "fold", "trusted"]
