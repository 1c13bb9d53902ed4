"""What a row of a table is when statements are compared with gold: which fields must be equal, which only alike.

Text is compared without white space and quotation marks, widths and script folded; lists are sets. Every field that a reader of the
table acts on must be equal. Names of groups, titles of tasks and the words of duties and requirements may differ a little,
as the same body is printed with and without its place, and a summary is cut here or there.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from graph.cells import as_list
from loaders.readers.folding import simplified

#: Two names of one group are one from here on (difflib's ratio).
ALIKE = 0.75

Cell: TypeAlias = str | list[str] | None
Cells: TypeAlias = Mapping[str, Cell]
Exact: TypeAlias = tuple[str | frozenset[str], ...]
Key: TypeAlias = tuple[Exact, str]

_UNSEEN = re.compile(r"[\s“”\"'‘’《》〈〉「」]")
_ALL_WORK = re.compile(r"(?:全面)?工作$")
_LAST_BRACKET = re.compile(r"\([^()]*\)$")
_SEPARATORS = re.compile(r"[;；、|]")


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it is compared: `exact` must be equal, `name` only alike. `printed` is for people."""

    exact: Exact
    name: str
    printed: str

    def same_as(self, other: Row) -> bool:
        """Whether both say the same."""
        return self.exact == other.exact and _alike(self.name, other.name)

    def by_function(self) -> bool:
        """A seat of `主要领导`, `分管领导`: it says who without naming anybody, and gold leaves it open."""
        _, person, title, org = self.exact
        return not person and not org and "领导" in title


def row_of(table: str, cells: Cells) -> Row | None:
    """A row of a table that is compared; none for other tables and for rows that are no facts of their own."""
    key = KEYS[table](cells) if table in KEYS else None
    if key is None:
        return None
    shown = (";".join(value) if isinstance(value, list) else value for value in cells.values() if value)
    return Row(*key, " | ".join(part for part in shown if part and part != "0"))


def folded(value: Cell) -> str:
    """Text as it is compared."""
    text = unicodedata.normalize("NFKC", value if isinstance(value, str) else "")
    return simplified(_UNSEEN.sub("", text)).replace("[", "〔").replace("]", "〕").rstrip("。;,:")


def _set(*values: Cell) -> frozenset[str]:
    items = [item for value in values for item in (value if isinstance(value, list) else as_list(value or ""))]
    return frozenset(word for item in items for part in _SEPARATORS.split(item) if (word := folded(part)))


def _alike(one: str, other: str) -> bool:
    if not one or not other:
        return one == other
    return one in other or other in one or difflib.SequenceMatcher(None, one, other).ratio() >= ALIKE


def _portfolio(row: Cells) -> Key:
    charge = _ALL_WORK.sub("", _LAST_BRACKET.sub("", folded(row.get("object"))))
    return (folded(row.get("person")), folded(row.get("relation")), charge), ""


def _pair(row: Cells) -> Key:
    return tuple(sorted((folded(row.get("person_a")), folded(row.get("person_b"))))), ""


def _seat(row: Cells) -> Key | None:
    """A seat; one that somebody leaves is none."""
    person, title, org = (folded(row.get(name)) for name in ("person", "title", "org"))
    if folded(row.get("action")) == "removed":
        return None
    return (folded(row.get("role")), person, title, org), folded(row.get("group"))


def _office(row: Cells) -> Key | None:
    seat = folded(row.get("office_in"))
    return ((seat,), folded(row.get("group"))) if seat else None


def _task(row: Cells) -> Key:
    others = _set(row.get("responsible_orgs"), row.get("cooperating_orgs"))
    who = (_set(row.get("leader")), _set(row.get("lead_orgs")), others)
    return (folded(row.get("number")), *who, folded(row.get("deadline"))), folded(row.get("title"))


def _event(row: Cells) -> Key:
    persons = row.get("persons")
    names = [name.partition("|")[0] for name in persons] if isinstance(persons, list) else []
    return (folded(row.get("date_from")), _set(names)), ""


def _plan(row: Cells) -> Key:
    named = (folded(row.get("category")), folded(row.get("number")), folded(row.get("plan_name")))
    return (*named, _set(row.get("lead_orgs"))), ""


def _indicator(row: Cells) -> Key:
    return (folded(row.get("weight")), _set(row.get("responsible_orgs"))), folded(row.get("requirement"))


def _succession(row: Cells) -> Key:
    return (_set(row.get("applies_to")), folded(row.get("mode"))), folded(row.get("group"))


def _citation(row: Cells) -> Key:
    """A paper by its title; one that is called by its number alone, by that."""
    return (folded(row.get("cited_title")) or folded(row.get("cited_number")),), ""


def _fields(exact: Sequence[str], name: str = "") -> Callable[[Cells], Key]:
    """A row of which some fields must be equal and one may be alike."""
    return lambda row: (tuple(folded(row.get(field)) for field in exact), folded(row.get(name)) if name else "")


KEYS: Mapping[str, Callable[[Cells], Key | None]] = {
    "documents": _fields(("title", "issuer", "signed_date")),
    "portfolios": _portfolio,
    "ab_pairs": _pair,
    "memberships": _seat,
    "groups": _office,
    "successions": _succession,
    "appointments": _fields(("action", "person", "post")),
    "tasks": _task,
    "citations": _citation,
    "events": _event,
    "emergency_plans": _plan,
    "duties": _fields(("org",), "summary"),
    "indicators": _indicator,
    "phases": _fields(("phase", "from", "to")),
    "targets": _fields(("year", "value")),
    "subsidies": _fields(("task_number", "rate_percent", "amount_yuan", "cap_yuan")),
    "group_rules": _fields(("comparator", "value", "unit")),
    "response_levels": _fields(("level", "decided_by")),
    "periods": _fields(("what", "every", "unit")),
}
