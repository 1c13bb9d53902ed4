"""Who is who: persons, bodies, posts and groups behind the printed words, as one function of the set of statements."""

from graph.identity.resolved import ResolvedIdentity, resolve
from graph.identity.review import ReviewItem

__all__ = ["ResolvedIdentity", "ReviewItem", "resolve"]
