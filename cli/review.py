"""Commands by which a person looks over what was read: `review` and its verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from cli.context import settings_of
from cli.output import AsCsv, AsJson, Lang, form_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from core.settings import Language, Settings
    from graph.decisions import Decision, Verdict
    from graph.entities import GroupEntity, Organisation, Person
    from graph.identity.resolved import ResolvedIdentity
    from graph.ledger.ledger import Ledger
    from graph.ledger.records import Live
    from graph.review import Doubt
    from graph.statements import Statement
    from queries.answers.sheets import Sheet

Who = Annotated[str, typer.Option(help="决定人 | Who decides.")]
Why = Annotated[str, typer.Option(help="理由 | Why.")]
Identifier = Annotated[str, typer.Argument(metavar="ID", help="review 列出的标识 | An id that `review` lists.")]
One = Annotated[str, typer.Argument(help="标识或唯一的姓名、名称 | An id, or a name only one has.")]
NoBuild = Annotated[bool, typer.Option("--no-build", help="只记入账本，暂不更新图谱 | Only into the ledger.")]
#: Kinds as a reader sees them.
KIND_NAMES: dict[str, tuple[str, str]] = {
    "statement": ("把握不足", "low confidence"),
    "suspect-name": ("姓名存疑", "suspect name"),
    "homonym": ("同名", "homonym"),
    "conflict": ("同名冲突", "conflict"),
    "near-names": ("名称相近", "near names"),
    "unknown-unit": ("单位不明", "unknown unit"),
    "sum-wrong": ("合计不符", "sum wrong"),
    "sum-open": ("合计待核", "sum open"),
    "difference": ("文件不一致", "files differ"),
    "orphan": ("决定失去对象", "orphaned decision"),
}


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the application."""
    review = typer.Typer(invoke_without_command=True)
    review.callback()(list_doubts)
    review.command("accept")(accept)
    review.command("reject")(reject)
    review.command("correct")(correct)
    review.command("same")(same)
    review.command("not-same")(not_same)
    review.command("withdraw")(withdraw)
    review.command("decisions")(decisions)
    review.command("mentions")(mentions)
    app.add_typer(
        review, name="review", help="人工核对：列出存疑之处，记录决定 | Look over what is doubtful, and decide."
    )


def list_doubts(
    context: typer.Context,
    kind: Annotated[str, typer.Option(metavar="|".join(KIND_NAMES), help="只看一种 | One kind only.")] = "",
    jurisdiction: Annotated[str, typer.Option(help="只看该行政区划 | This division code only.")] = "",
    below: Annotated[float, typer.Option(help="把握低于此数的记录 | Rows read with less than this.")] = 0.8,
    limit: Annotated[int, typer.Option(min=1, help="最多列出 | At most so many.")] = 200,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    lang: Lang = "",
) -> None:
    """列出存疑之处及理由 | List what is doubtful, each with its reason."""
    if context.invoked_subcommand is not None:
        return
    from core.errors import UsageError
    from graph.ledger.ledger import open_ledger

    if kind and kind not in KIND_NAMES:
        raise UsageError(f"没有这一种 | no such kind: {kind}", remedy=" | ".join(KIND_NAMES), code="REVIEW-KIND")
    settings = settings_of(context, language=lang)
    form = form_of(settings, as_json=as_json, as_csv=as_csv)
    with open_ledger(settings) as ledger:
        found = [
            doubt
            for doubt in _doubts(ledger, below)
            if kind in ("", doubt.kind) and jurisdiction in ("", doubt.jurisdiction)
        ]
    form.show([_sheet(found, limit, form.language)])


def accept(
    context: typer.Context, identifier: Identifier, who: Who = "", why: Why = "", no_build: NoBuild = False
) -> None:
    """认可一条记录，或一个姓名的全部记录 | Accept a statement, or all statements of a name."""
    _on_statements(context, "accept", identifier, who, why, no_build)


def reject(
    context: typer.Context, identifier: Identifier, who: Who = "", why: Why = "", no_build: NoBuild = False
) -> None:
    """否定一条记录：留在账本，不入图谱 | Reject a statement: it stays in the ledger and out of the graph."""
    _on_statements(context, "reject", identifier, who, why, no_build)


def correct(
    context: typer.Context,
    identifier: Identifier,
    column: Annotated[str, typer.Option(help="列名 | Column.")],
    value: Annotated[str, typer.Option(help="应为；多项用 ; 分开 | What it should be; list items by ;")],
    who: Who = "",
    why: Why = "",
    no_build: NoBuild = False,
) -> None:
    """更正一条记录的一列；原文不变 | Correct one column of a statement; the printed words stay."""
    from graph.decisions import Decision
    from graph.ledger.ledger import open_ledger

    settings = settings_of(context)
    with open_ledger(settings) as ledger:
        statement = _statement(ledger.live(), identifier)
        _check_correction(statement, column, value)
        decision = Decision(verdict="correct", subject=identifier, column=column, value=value, reason=why)
        _note(ledger, settings, [decision], who, no_build)


def same(context: typer.Context, one: One, other: One, who: Who = "", why: Why = "", no_build: NoBuild = False) -> None:
    """两个是同一人、同一单位或同一机构 | Two are the same person, body or group."""
    _on_pair(context, "same", one, other, who, why, no_build)


def not_same(
    context: typer.Context, one: One, other: One, who: Who = "", why: Why = "", no_build: NoBuild = False
) -> None:
    """两个不是同一个 | Two are not the same."""
    _on_pair(context, "not-same", one, other, who, why, no_build)


def withdraw(
    context: typer.Context,
    row: Annotated[int, typer.Argument(metavar="N", help="决定的账本行号 | Journal row of the decision.")],
    who: Who = "",
    why: Why = "",
    no_build: NoBuild = False,
) -> None:
    """撤回一个决定；原行保留 | Take a decision back; its row stays."""
    from core.errors import NotFoundError
    from graph.ledger.ledger import open_ledger

    settings = settings_of(context)
    check_signed(who, why)
    with open_ledger(settings) as ledger:
        if row not in {record.row for record in ledger.decisions() if not record.withdrawn}:
            raise NotFoundError(
                f"没有第 {row} 行的有效决定 | no standing decision in row {row}", remedy="dutygraph review decisions"
            )
        ledger.withdraw_decision(row, who=who, why=why)
        typer.echo(f"已撤回 | withdrawn: {row}")
        publish(ledger, settings, no_build)


def decisions(context: typer.Context, as_json: AsJson = False, as_csv: AsCsv = False, lang: Lang = "") -> None:
    """列出全部决定：谁、何时、为何 | List all decisions: who, when and why."""
    from graph.ledger.ledger import open_ledger
    from queries.answers.sheets import Line, Sheet

    settings = settings_of(context, language=lang)
    form = form_of(settings, as_json=as_json, as_csv=as_csv)
    zh = form.language == "zh"
    with open_ledger(settings) as ledger:
        lines = tuple(
            Line(
                (
                    str(record.row), record.decision.verdict, record.decision.subject,
                    record.decision.other
                    or (f"{record.decision.column}={record.decision.value}" if record.decision.column else ""),
                    record.who, record.at, record.decision.reason, ("已撤回" if zh else "withdrawn") * record.withdrawn,
                )
            )
            for record in ledger.decisions()
        )  # fmt: skip
    heads = ("行", "决定", "对象", "内容", "决定人", "时间", "理由", "状态") if zh else (
        "row", "verdict", "subject", "what", "who", "at", "why", "state")  # fmt: skip
    form.show([Sheet("决定" if zh else "Decisions", (), heads, lines)])


def mentions(
    context: typer.Context, name: One, as_json: AsJson = False, as_csv: AsCsv = False, lang: Lang = ""
) -> None:
    """一个姓名的每处出现及标识，供 same、not-same 使用 | Each mention of a name with its id, for same and not-same."""
    from graph.ids import fold
    from graph.ledger.ledger import open_ledger
    from graph.review import place_of
    from queries.answers.sheets import Line, Sheet

    settings = settings_of(context, language=lang)
    form = form_of(settings, as_json=as_json, as_csv=as_csv)
    zh = form.language == "zh"
    with open_ledger(settings) as ledger:
        live = ledger.live()
    identity = _identity(live)
    by_id = dict(zip(live.ids.ids, live.ids.statements, strict=True))
    wanted = identity.merged_into(name)
    lines = tuple(
        Line(
            (person.id, person.name, each, by_id[each].doc_id, place_of(by_id[each]),
             " ".join(by_id[each].source.quote.split())[:80])
        )
        for person in identity.persons.values()
        if fold(person.name) == fold(name) or person.id == wanted
        for each in person.mentions
        if each in by_id
    )  # fmt: skip
    heads = ("人", "姓名", "记录", "文件", "位置", "原文") if zh else (
        "person", "name", "statement", "document", "place", "words")  # fmt: skip
    form.show([Sheet("出现之处" if zh else "Mentions", (), heads, lines)])


# --- helpers ----------------------------------------------------------------------------------------------------


def _doubts(ledger: Ledger, below: float) -> tuple[Doubt, ...]:
    from graph.review import doubts
    from graph.timeline import fold

    live = ledger.live()
    identity = _identity(live)
    timeline = fold(live.statements, identity, min_confidence=0)
    return doubts(live, identity, timeline, ledger.differences(), sure_from=below)


def _identity(live: Live) -> ResolvedIdentity:
    from graph.identity import resolve

    return resolve(live.statements, live.decisions, ids=live.ids)


def _sheet(found: list[Doubt], limit: int, language: Language) -> Sheet:
    from collections import Counter

    from loaders.gazette.reasons import reason_for
    from queries.answers.sheets import Line, Sheet

    zh = language == "zh"
    lines = []
    for doubt in found[:limit]:
        reason = doubt.reason if zh else doubt.reason_en
        if doubt.kind == "statement":
            why = reason_for(doubt.rule)
            reason = f"{why.zh if zh else why.en}（{doubt.confidence:g}）"
            if doubt.held_back:
                reason += "；未入图谱" if zh else "; not in the graph"
        kind = KIND_NAMES[doubt.kind][0 if zh else 1]
        lines.append(Line((kind, doubt.name, doubt.document, doubt.place, reason, doubt.words, " ".join(doubt.ids))))
    counts = Counter(doubt.kind for doubt in found)
    facts = tuple((KIND_NAMES[kind][0 if zh else 1], str(count)) for kind, count in counts.items())
    heads = ("种类", "对象", "文件", "位置", "理由", "内容", "标识") if zh else (
        "kind", "of", "document", "place", "why", "words", "ids")  # fmt: skip
    left = len(found) - limit
    more = (f"另有 {left} 处：--limit、--kind" if zh else f"{left} more: --limit, --kind",) if left > 0 else ()
    return Sheet("人工核对" if zh else "Review", facts, heads, tuple(lines), notes=more)


def _on_statements(
    context: typer.Context, verdict: Literal["accept", "reject"], identifier: str, who: str, why: str, no_build: bool
) -> None:
    from graph.decisions import Decision
    from graph.ledger.ledger import open_ledger

    settings = settings_of(context)
    with open_ledger(settings) as ledger:
        live = ledger.live()
        if identifier.startswith("pe_"):
            identity = _identity(live)
            person = identity.persons.get(identity.merged_into(identifier))
            subjects = person.mentions if person is not None else ()
        else:
            _statement(live, identifier)
            subjects = (identifier,)
        if not subjects:
            raise _unknown(identifier)
        _note(
            ledger, settings, [Decision(verdict=verdict, subject=each, reason=why) for each in subjects], who, no_build
        )


def _on_pair(
    context: typer.Context, verdict: Verdict, one: str, other: str, who: str, why: str, no_build: bool
) -> None:
    from core.errors import UsageError
    from graph.decisions import Decision
    from graph.ledger.ledger import open_ledger

    settings = settings_of(context)
    with open_ledger(settings) as ledger:
        live = ledger.live()
        identity = _identity(live)
        left, right = (_entity(each, identity, live) for each in (one, other))
        if left == right or left.partition("_")[0] != right.partition("_")[0]:
            raise UsageError(
                f"须是同一类的两个 | two of one kind are needed: {left}, {right}",
                remedy="dutygraph review mentions 姓名",
                code="REVIEW-PAIR",
            )
        _note(ledger, settings, [Decision(verdict=verdict, subject=left, other=right, reason=why)], who, no_build)


def _entity(word: str, identity: ResolvedIdentity, live: Live) -> str:
    """The id a word means: an id as it is, else the one person, body or group of that name."""
    from core.errors import UsageError
    from graph.ids import fold

    known = {*identity.persons, *identity.organisations, *identity.groups}
    if word in known or identity.merged_into(word) in known or word in set(live.ids.ids):
        return word
    everyone: list[Person | Organisation | GroupEntity] = [
        *identity.persons.values(),
        *identity.organisations.values(),
        *identity.groups.values(),
    ]
    named = [each.id for each in everyone if fold(each.name) == fold(word)]
    if not named:
        raise _unknown(word)
    if len(named) > 1:
        raise UsageError(
            f"“{word}”不止一个 | more than one is called so: {', '.join(named)}",
            remedy="写出标识 | give the id",
            code="AMBIGUOUS",
        )
    return named[0]


def _statement(live: Live, identifier: str) -> Statement:
    """The statement of that id, counted or held back. Raises `NotFoundError`."""
    for each, statement in (*zip(live.ids.ids, live.ids.statements, strict=True), *live.held_back):
        if each == identifier:
            return statement
    raise _unknown(identifier)


def _unknown(word: str) -> Exception:
    from core.errors import NotFoundError

    return NotFoundError(f"没有此标识或名称 | nothing by that id or name: {word}", remedy="dutygraph review")


def _check_correction(statement: Statement, column: str, value: str) -> None:
    from core.errors import UsageError
    from graph.statements import columns, field_type
    from loaders.tables import may_hold

    own = columns(type(statement))
    if column not in own:
        raise UsageError(
            f"{statement.TABLE} 没有列 {column} | has no such column",
            remedy=", ".join(own),
            code="TABLE-COLUMN-UNKNOWN",
        )
    if field_type(type(statement), column) is int and not (value.isascii() and value.isdigit()):
        raise UsageError(f"{column}: 不是整数 | not a whole number: {value!r}", code="TABLE-BAD-NUMBER")
    if not may_hold(statement.TABLE, column, value):
        raise UsageError(
            f"{column}: 不是日期 | not a date: {value!r}", remedy="2023、2023-09 或 2023-09-06", code="TABLE-BAD-DATE"
        )


def check_signed(who: str, why: str) -> None:
    """Raise `UsageError` (`DECISION-INCOMPLETE`) if it is not said who decides, and why."""
    from core.errors import UsageError

    if not who.strip() or not why.strip():
        raise UsageError(
            "须写明决定人和理由 | who decides, and why", remedy="--who 姓名 --why 理由", code="DECISION-INCOMPLETE"
        )


def _note(ledger: Ledger, settings: Settings, made: Iterable[Decision], who: str, no_build: bool) -> None:
    for decision in made:
        check_signed(who, decision.reason)
        row = ledger.decide(decision, who=who)
        typer.echo(f"已记入账本第 {row} 行 | noted in row {row}: {decision.verdict} {decision.subject}")
    publish(ledger, settings, no_build)


def publish(ledger: Ledger, settings: Settings, no_build: bool) -> None:
    """Bring the graph up to date with the ledger, unless told not to."""
    if no_build:
        return
    from graph.build import build

    typer.echo(f"图谱已更新 | graph {build(ledger, settings).version}")
