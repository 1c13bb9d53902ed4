"""Answers in rows about papers, plans and tasks: what a paper says, how long it holds, what a plan asks for, what money it offers."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from core.errors import NotFoundError
from graph.search.spelling import words as tokens
from graph.stores.store import Row, Value
from queries.answers.asked import MANY, Asked, clauses, folded, its_paper, of_subject, rows_where
from queries.answers.papers_meant import plans_of
from queries.answers.results import Table, table
from queries.answers.rows import number, text
from queries.answers.words import evidence
from queries.library import Library

#: Papers whose titles are quoted below a list of them.
_LISTED = 50
_LEVELS = {"一": "I", "二": "II", "三": "III", "四": "IV", "1": "I", "2": "II", "3": "III", "4": "IV"}
_LEVEL = re.compile(r"(I{1,3}V?|IV|[一二三四1-4])(?:级|$)")
#: What is asked of how often: each as papers print it.
_OFTEN = {"修订": "修订|修编|修改", "修改": "修订|修编|修改", "复审": "复审|复核", "更新": "更新|修订",
          "revised": "修订|修编|修改", "reviewed": "评估|复审", "drilled": "演练", "practised": "演练"}  # fmt: skip


def levels(library: Library, asked: Asked) -> Table:
    said = asked.subject.name
    warned = "色" in said or "预警" in said
    level = _LEVEL.search(said)
    wanted = re.escape(said[:2]) if "色" in said else "$^"
    if level is not None:
        number = _LEVELS.get(level[1], level[1])
        wanted = f"(?<![IV]){number}级"
    of = said[: level.start()] if level is not None else said[: said.find("色") - 1]

    def keep(row: Row) -> bool:
        printed = folded(text(row, "quote"))
        return (
            ("warning" in text(row, "rule")) == warned
            and re.search(wanted, printed) is not None
            and (not of or of in printed or of in text(row, "document"))
        )

    return clauses(library, asked, "response_levels", keep)


def periods(library: Library, asked: Asked) -> Table:
    """How often something is done, as the papers print it: first of what the question names, else of anything."""
    what = asked.intent.what
    often = _OFTEN.get(what, re.escape(what))
    of = asked.subject.name

    def keep(row: Row) -> bool:
        return re.search(often, text(row, "quote")) is not None and (
            of in text(row, "quote") or of in text(row, "document")
        )

    try:
        return clauses(library, asked, "periods", keep)
    except NotFoundError as error:
        raise NotFoundError(
            f"所见文件没有写明“{of}”多久{what}一次 | the papers seen print no period for this: {of}",
            remedy="文件写明的周期：dutygraph query documents/clauses --table periods | the periods they do print",
        ) from error


def validity(library: Library, asked: Asked) -> Table:
    """The days of a paper, with the words that print them."""
    paper = its_paper(library, asked)
    found = table(library, "documents/detail", {"document": paper.id})
    clauses = [
        text(row, "evidence_id")
        for kind in ("periods", "documents")
        for row in library.rows("documents/facts-of", document=paper.id, table=kind)
        if kind == "documents" or "validity" in text(row, "rule")
    ]
    columns = ("document", "number", "signed_date", "effective_day", "valid_until", "possible_to")
    return Table(found.result, evidence(library, clauses), columns, ("效力", "Validity"))


def paper_itself(library: Library, asked: Asked) -> Table:
    paper = its_paper(library, asked)
    found = table(library, "documents/detail", {"document": paper.id})
    rows = library.rows("documents/facts-of", document=paper.id, table="documents")
    words = evidence(library, [text(row, "evidence_id") for row in rows])
    return Table(found.result, words, ("document", "number", "issuer", "signed_date", "effective_day", "issue"))


def facts(library: Library, asked: Asked) -> Table:
    """What was read of a paper, as it is printed from beginning to end."""
    paper = its_paper(library, asked)
    found = rows_where(
        library,
        "documents/facts-of",
        {"document": paper.id, "limit": MANY},
        shown=("table", "quote", "page", "line_start", "cell"),
    )
    rows = sorted(
        found.result.rows, key=lambda row: (number(row, "start"), text(row, "cell"), text(row, "evidence_id"))
    )
    return replace(found, result=replace(found.result, rows=rows))


def citations(library: Library, asked: Asked) -> Table:
    return table(library, "documents/citations", {"document": its_paper(library, asked).id})


def papers(library: Library, asked: Asked) -> Table:
    """The papers of a place, the last signed first; of a period, those signed in it. A whole gazette and its chronicle are no papers."""

    def keep(row: Row) -> bool:
        day = text(row, "signed_date") or text(row, "effective_day")
        return bool(text(row, "kind") or text(row, "signed_date")) and (
            not asked.since or asked.since <= day <= asked.until
        )

    found = rows_where(
        library, "documents/list", {"jurisdiction": asked.place, "limit": MANY}, keep,
        shown=("signed_date", "number", "document", "issuer", "effective_day"),
    )  # fmt: skip
    rows = sorted(
        found.result.rows, key=lambda row: text(row, "signed_date") or text(row, "effective_day"), reverse=True
    )
    ids = {text(row, "document_id") for row in rows}
    titles = [
        text(row, "evidence_id")
        for each in sorted(ids)[:_LISTED]
        for row in library.rows("documents/facts-of", document=each, table="documents")
    ]
    return replace(found, result=replace(found.result, rows=rows), evidence=evidence(library, titles))


def plans(library: Library, asked: Asked) -> Table:
    emergency = "预案" in asked.intent.what
    return rows_where(
        library,
        "plans/catalogue",
        {"on": asked.on, "jurisdiction": asked.place, "limit": MANY},
        lambda row: not asked.intent.what or (text(row, "kind") == "emergency") == emergency,
    )


def of_plans(
    query: str, keep: Callable[[Row, Asked], bool] = lambda row, asked: True
) -> Callable[[Library, Asked], Table]:
    """Rows about a plan, or about the first plan of its paper that has any."""

    def found(library: Library, asked: Asked) -> Table:
        given: dict[str, Value] = {"on": asked.on} if library.takes(query, "on") else {}
        trouble: NotFoundError | None = None
        for plan in plans_of(library, asked.subject):
            try:
                return rows_where(library, query, {**given, "plan": plan.id}, lambda row: keep(row, asked))
            except NotFoundError as error:
                trouble = trouble or error
        raise trouble or NotFoundError(f"这份文件没有方案 | no plan in this paper: {asked.subject.name}")

    return found


def made(row: Row, asked: Asked) -> bool:
    return text(row, "part") == ("INTERPRETS" if asked.intent.what in ("解释", "interprets") else "DRAFTS")


def makers(library: Library, asked: Asked) -> Table:
    """Who drafts a plan, or interprets it, as it is asked."""
    return of_plans("plans/makers", made)(library, asked)


def tasks(library: Library, asked: Asked) -> Table:
    by_label = {
        "Organisation": of_subject("tasks/of-organisation", "organisation"),
        "Person": of_subject("people/tasks-of", "person"),
    }
    return by_label.get(asked.subject.label, of_plans("plans/tasks"))(library, asked)


def indicators(library: Library, asked: Asked) -> Table:
    of_body = asked.subject.label == "Organisation"
    return (of_subject("organisations/indicators", "organisation") if of_body else of_plans("plans/indicators"))(
        library, asked
    )


def deadlines(library: Library, asked: Asked) -> Table:
    """Tasks with a printed deadline; of a period, without those whose printed day lies outside it. 10月底 has no year and stays."""

    def keep(row: Row) -> bool:
        due = text(row, "deadline")
        return not asked.until or not re.match(r"\d{4}-", due) or asked.since[: len(due)] <= due <= asked.until

    return rows_where(library, "tasks/deadlines", {"on": asked.on, "jurisdiction": asked.place, "limit": MANY}, keep)


def deadline(library: Library, asked: Asked) -> Table:
    found = table(library, "tasks/task-detail", {"task": asked.subject.id, "on": asked.on})
    if any(text(row, "deadline") for row in found.result.rows):
        return found
    raise NotFoundError(
        f"文件没有写明“{asked.subject.name}”何时完成 | the paper prints no deadline for “{asked.subject.name}”",
        remedy=f"谁负责：dutygraph ask 谁负责{asked.subject.name} | who answers for it can be asked",
    )


def subsidies(library: Library, asked: Asked) -> Table:
    """Those whose condition, task or printed words hold all that is said."""
    said = [] if asked.subject.label == "Jurisdiction" else [folded(each) for each in tokens(asked.subject.name)]
    given: dict[str, Value] = {"on": asked.on, "jurisdiction": asked.place, "limit": MANY}
    printed = {each.id: each.quote for each in table(library, "tasks/subsidies", given).evidence}

    def about(row: Row, wanted: Sequence[str]) -> bool:
        quotes = [printed.get(str(each), "") for each in (row["evidence"] if isinstance(row["evidence"], list) else [])]
        whole = folded(" ".join([text(row, "condition"), text(row, "base"), *quotes, text(row, "task")]))
        return all(each in whole for each in wanted)

    return rows_where(library, "tasks/subsidies", given, lambda row: about(row, said))
