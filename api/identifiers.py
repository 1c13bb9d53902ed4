"""From an id in an address to the thing it means."""

from __future__ import annotations

from api.errors import MovedError
from core.errors import GoneError, NotFoundError
from graph.ids import PREFIXES
from queries.answers.model import Thing
from queries.library import Library

_LABELS = {prefix: kind.capitalize() for kind, prefix in PREFIXES.items()}


def thing_of(library: Library, label: str, identifier: str) -> Thing:
    """The thing of a label with this id.

    Raises `NotFoundError` if there is none of that label, `MovedError` (308) if it was joined to another, `GoneError` (410)
    if it was withdrawn.
    """
    hit = library.index.get(identifier)
    if hit is None:
        raise _former(library, identifier)
    if hit.kind != label:
        raise _unknown(identifier)
    return Thing(hit.id, hit.kind, hit.name)


def anything_of(library: Library, identifier: str) -> Thing:
    """The thing with this id, whatever it is: seats, names and findings too. Raises `NotFoundError`."""
    hit = library.index.get(identifier)
    if hit is not None:
        return Thing(hit.id, hit.kind, hit.name)
    label = _LABELS.get(identifier.partition("_")[0], "")
    rows = library.rows("lists/node", node_kind=label, node=identifier) if label in _SEARCHLESS else []
    if not rows:
        raise _former(library, identifier)
    return Thing(identifier, label, str(rows[0]["name"] or ""))


#: Labels that the search index leaves out, for nobody asks for them by name.
_SEARCHLESS = frozenset({"Seat", "Name", "Finding", "Evidence"})


def _former(library: Library, identifier: str) -> MovedError | GoneError | NotFoundError:
    """What became of an id: joined to another (308), withdrawn (410), never there (404)."""
    owner = library.index.former(identifier)
    if owner is None:
        return _unknown(identifier)
    if owner:
        return MovedError(identifier, owner)
    return GoneError(
        f"已撤回 | withdrawn: {identifier}",
        remedy="后来的文件或核对决定不再支持它 | later papers or decisions no longer bear it",
    )


def _unknown(identifier: str) -> NotFoundError:
    return NotFoundError(f"没有这个标识 | no such id: {identifier}", remedy="用 search 查找 | look with search")
