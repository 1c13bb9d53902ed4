"""Answers in rows about papers, plans and tasks: what a paper says, how long it holds, what a plan asks for, what money it offers."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from core.errors import NotFoundError
from graph.stores.store import Row, Value
from queries.answers.asked import MANY, Asked, clauses, folded, holds, its_paper, nothing, of_subject, rows_where
from queries.answers.papers_meant import is_read, paper_of, plans_of
from queries.answers.results import Table, table
from queries.answers.rows import number, text, texts
from queries.answers.words import evidence
from queries.library import Library

#: Papers whose titles are quoted below a list of them.
_LISTED = 50
_LEVELS = {"一": "I", "二": "II", "三": "III", "四": "IV", "1": "I", "2": "II", "3": "III", "4": "IV"}
_LEVEL = re.compile(r"(I{1,3}V?|IV|[一二三四1-4])(?:级|$)")
#: What is asked of the rules of a group: each as papers print it.
_RULES = {
    "人": "组成|不得少于.*人|人以上",
    "任期": "任期[^届]*年|工作期限",
    "工作期限": "任期[^届]*年|工作期限",
    "公示": "公示",
}
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
    """Number, issuer and days of a paper; of one that is only cited, what is known of it, with the words that cite it."""
    paper = paper_of(library, asked.subject) or asked.subject
    found = table(library, "documents/detail", {"document": paper.id})
    rows = library.rows("documents/facts-of", document=paper.id, table="documents")
    ids = [text(row, "evidence_id") for row in rows]
    if not ids:
        cited = library.rows("documents/citations", document=paper.id)
        ids = [each for row in cited for each in texts(row, "evidence")]
    words = evidence(library, ids)
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
    """What a paper cites and what cites it; of one that was not read, the latter."""
    paper = paper_of(library, asked.subject) or asked.subject
    return table(library, "documents/citations", {"document": paper.id})


def papers(library: Library, asked: Asked) -> Table:
    """The papers of a place, the last signed first, those without a day at the end; of a period, those signed in it.

    A whole gazette and its chronicle are no papers, nor is what is only cited.
    """
    shown = ("signed_date", "number", "document", "issuer", "effective_day")
    found = table(library, "documents/list", {"jurisdiction": asked.place, "limit": MANY})

    def day(row: Row) -> str:
        return text(row, "signed_date") or text(row, "effective_day")

    rows = sorted(
        (row for row in found.result.rows if (text(row, "kind") or text(row, "signed_date")) and asked.holds(day(row))),
        key=day,
        reverse=True,
    )
    if not asked.until:
        undated = library.rows("documents/undated", jurisdiction=asked.place, limit=MANY)
        rows += [dict.fromkeys(found.columns) | row for row in undated if is_read(library, text(row, "document_id"))]
    if not rows:
        raise nothing(found.result.query.title, found.result.query.title_en, asked.since, asked.until)
    titles = [
        text(each, "evidence_id")
        for row in rows[:_LISTED]
        for each in library.rows("documents/facts-of", document=text(row, "document_id"), table="documents")
    ]
    return Table(replace(found.result, rows=rows), evidence(library, titles), shown)


def plans(library: Library, asked: Asked) -> Table:
    what = asked.intent.what
    category = what if what.endswith("类") else ""
    emergency = "预案" in what or bool(category)
    return rows_where(
        library,
        "plans/catalogue",
        {"on": asked.on, "jurisdiction": asked.place, "limit": MANY},
        lambda row: not what or ((text(row, "kind") == "emergency") == emergency and category in text(row, "category")),
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
    return by_label.get(asked.subject.label, _of_plan)(library, asked)


def _of_plan(library: Library, asked: Asked) -> Table:
    """The tasks of a plan; of one that prints none, who drafts it (地震应急预案谁负责). Raises `NotFoundError` for the tasks."""
    try:
        return of_plans("plans/tasks")(library, asked)
    except NotFoundError as error:
        try:
            return makers(library, asked)
        except NotFoundError:
            raise error from None


def indicators(library: Library, asked: Asked) -> Table:
    of_body = asked.subject.label == "Organisation"
    return (of_subject("organisations/indicators", "organisation") if of_body else of_plans("plans/indicators"))(
        library, asked
    )


def deadlines(library: Library, asked: Asked) -> Table:
    """Tasks with a printed deadline; of a period, without those whose printed day lies outside it. 10月底 has no year and stays;
    asked for by a month (10月底前), those whose printed month is not after it."""

    month = int(asked.intent.what[:-1]) if re.fullmatch(r"\d{1,2}月", asked.intent.what) else 0

    def keep(row: Row) -> bool:
        due = text(row, "deadline")
        if month:
            printed = re.search(r"(\d{1,2})月|\d{4}-(\d{2})", due)
            return printed is not None and int(printed[1] or printed[2]) <= month
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
    said = "" if asked.subject.label == "Jurisdiction" else asked.subject.name
    given: dict[str, Value] = {"on": asked.on, "jurisdiction": asked.place, "limit": MANY}
    printed = {each.id: each.quote for each in table(library, "tasks/subsidies", given).evidence}

    def keep(row: Row) -> bool:
        quotes = (printed.get(each, "") for each in texts(row, "evidence"))
        return holds(" ".join((text(row, "condition"), text(row, "base"), *quotes, text(row, "task"))), said)

    return rows_where(
        library, "tasks/subsidies", given, keep,
        shown=("condition", "rate_percent", "base", "amount_yuan", "cap_yuan", "per", "task", "number", "lead_units"),
    )  # fmt: skip


def rules(library: Library, asked: Asked) -> Table:
    """What a paper prints of the size, the term and the notices of a group."""
    wanted = next(
        (pattern for word, pattern in _RULES.items() if word in asked.intent.what), re.escape(asked.intent.what)
    )
    of = asked.subject.name
    return clauses(
        library,
        asked,
        "group_rules",
        lambda row: (
            re.search(wanted, text(row, "quote")) is not None
            and (of in text(row, "quote") or of in text(row, "document"))
        ),
    )
