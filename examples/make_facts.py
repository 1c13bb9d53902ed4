"""Turn a gazette into tables of facts: names, posts, titles, numbers and dates, no sentences.

`python examples/make_facts.py GAZETTE FOLDER --jurisdiction 150602` reads the gazette with the rules of this version
and writes one CSV a table. Words of the paper that are sentences (texts of tasks, duties, conditions) stay out, and so
do quotes and their places: the evidence of such a row is the row itself.
"""

from __future__ import annotations

import argparse
import csv
import io
from collections.abc import Iterable
from pathlib import Path

from core.settings import Settings
from graph.cells import as_cell
from graph.statements import TABLES, Statement, value_of
from loaders.extraction import extract
from loaders.sources import read_source

#: The columns that hold facts, by table. A table or a column that is not here holds sentences, or follows from others.
FACTS: dict[str, tuple[str, ...]] = {
    "documents": ("title", "kind", "series", "issuer", "signed_date", "printed_date", "instrument", "effective_date", "valid_until", "interpreted_by"),
    "issues": ("key", "value"),
    "citations": ("cited_title", "cited_number", "relation"),
    "portfolios": ("person", "title", "order", "relation", "object", "object_kind", "aliases", "scope", "via"),
    "discharges": ("person", "title", "relation", "object", "object_kind"),
    "ab_pairs": ("person_a", "person_b", "mutual", "rank"),
    "groups": ("group", "parent_group", "kind", "sponsor", "office_in", "office_director", "action", "extent", "date"),
    "successions": ("group", "applies_to", "except", "mode"),
    "memberships": ("group", "role", "action", "replaces", "order", "person", "title", "org"),
    "appointments": ("action", "person", "post", "date"),
    "aliases": ("name", "alias", "kind"),
    "lineage": ("kind", "from", "to", "matter", "date"),
    "tasks": ("plan", "number", "section", "title", "leader", "lead_orgs", "responsible_orgs", "cooperating_orgs"),
    "emergency_plans": ("category", "number", "plan_name", "lead_orgs"),
    "events": ("date_from", "date_to", "persons"),
}  # fmt: skip


#: Of the masthead: which issue it is, and when it came out. The rest is addresses and telephones.
ISSUE_KEYS = frozenset({"name", "year", "issues", "issue_label", "publication_date"})


def facts(statements: Iterable[Statement], jurisdiction: str) -> dict[str, bytes]:
    """The CSV files by name; equal statements give equal bytes."""
    rows: dict[str, list[list[str]]] = {}
    for statement in statements:
        kept = FACTS.get(statement.TABLE)
        if kept is None or not _says_something(statement):
            continue
        cells = [as_cell(value_of(statement, column)) for column in kept]
        rows.setdefault(statement.TABLE, []).append([*cells, statement.jurisdiction or jurisdiction, statement.doc_id])
    return {
        f"{name}.csv": _csv([*FACTS[name], "jurisdiction", "doc_id"], rows[name]) for name in TABLES if name in rows
    }


def _says_something(statement: Statement) -> bool:
    """An event without persons has no fact left; of the masthead only some keys are facts."""
    if statement.TABLE == "events":
        return bool(value_of(statement, "persons"))
    return statement.TABLE != "issues" or value_of(statement, "key") in ISSUE_KEYS


def _csv(header: list[str], rows: list[list[str]]) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerows([header, *rows])
    return buffer.getvalue().encode("utf-8")


def main() -> None:
    """Read the gazette and write the tables; files of an earlier run that have no rows any more are removed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gazette", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--jurisdiction", required=True, help="division code of the place")
    given = parser.parse_args()
    source = read_source(given.gazette)
    found = extract(source.data, source.name, Settings(jurisdiction=given.jurisdiction))
    given.folder.mkdir(parents=True, exist_ok=True)
    for name in TABLES:
        (given.folder / f"{name}.csv").unlink(missing_ok=True)
    for name, data in facts(found.reading.statements, given.jurisdiction).items():
        (given.folder / name).write_bytes(data)


if __name__ == "__main__":
    main()
