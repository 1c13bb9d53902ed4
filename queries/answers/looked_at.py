"""Lists that are empty because nothing is wrong: how much was looked at says that something is known, and that none of it is on the list.

Of a group without a roster, or a place without tasks, nothing is known: that is told apart (`NotFoundError`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from core.errors import NotFoundError
from graph.stores.store import Value
from queries.answers.asked import Asked
from queries.answers.results import Table
from queries.answers.rows import text
from queries.library import Library

#: As many as the lists of a place give; past that, "at least".
_MANY = {"groups/all-members": 20_000, "graph/nodes": 50_000, "documents/list": 5_000, "organisations/list": 5_000}


@dataclass(frozen=True, slots=True)
class Looked:
    """What a list is looked for among: the rows of a query, each counted once by a column, and what they are."""

    query: str
    column: str
    zh: str
    en: str
    kind: str = ""

    def count(self, library: Library, asked: Asked) -> int:
        """How many there are: of the subject if the query is about one, else at the place."""
        given: dict[str, Value] = {"limit": _MANY[self.query]} if self.query in _MANY else {}
        if library.takes(self.query, "on"):
            given["on"] = asked.on
        if self.kind:
            given["kind"] = self.kind
        subject = {"Group": "group", "Person": "person"}.get(asked.subject.label, "")
        given |= (
            {subject: asked.subject.id}
            if subject and library.takes(self.query, subject)
            else {"jurisdiction": asked.place}
        )
        return len({text(row, self.column) for row in library.rows(self.query, **given)})


SEATS = Looked("groups/all-members", "edge_id", "席位", "seats")
OWN_SEATS = Looked("groups/roster", "seat_id", "席位", "seats")
DESK = Looked("people/portfolio", "object_id", "分工事项", "charges")
TASKS = Looked("graph/nodes", "node_id", "任务", "tasks", "Task")
BODIES = Looked("organisations/list", "organisation_id", "单位", "bodies")
PAPERS = Looked("documents/list", "document_id", "文件", "papers")


def none_among(looked: Looked, found: Callable[[Library, Asked], Table]) -> Callable[[Library, Asked], Table]:
    """A list that says among how many it found none. Raises `NotFoundError` if there is nothing to look at."""

    def told(library: Library, asked: Asked) -> Table:
        answer = found(library, asked)
        if answer.result.rows:
            return answer
        count = looked.count(library, asked)
        if not count:
            name = asked.subject.name
            raise NotFoundError(
                f"所见文件里{name and f'“{name}”'}没有在案的{looked.zh}，无从判断"
                f" | no {looked.en}{name and f' of “{name}”'} are on paper, so nothing can be told",
                remedy="文件可能没有载入，见 dutygraph query jurisdictions/reach | a paper may not be loaded: see how far they reach",
            )
        return replace(
            answer,
            note=(
                f"没有：所见文件里的 {count} 个{looked.zh}都已查看。",
                f"None on file: {count} {looked.en} looked at.",
            ),
        )

    return told
