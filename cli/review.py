"""Commands by which a person looks over what was read: `review` and its verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from cli.context import settings_of
from cli.output import AsCsv, AsJson, Lang, form_of
from cli.review_list import KIND_NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.settings import Settings
    from graph.decisions import Decision, Verdict
    from graph.identity.resolved import ResolvedIdentity
    from graph.ledger.ledger import Ledger
    from graph.ledger.records import Live
    from graph.review import Doubt

Who = Annotated[str, typer.Option(help="决定人 | Who decides.")]
Why = Annotated[str, typer.Option(help="理由 | Why.")]
Identifier = Annotated[
    str,
    typer.Argument(
        metavar="ID", help="review 列出的标识，或唯一的姓名 | An id that `review` lists, or a name only one has."
    ),
]
One = Annotated[str, typer.Argument(help="标识或唯一的姓名、名称 | An id, or a name only one has.")]
NoBuild = Annotated[bool, typer.Option("--no-build", help="只记入账本，暂不更新图谱 | Only into the ledger.")]


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
    from cli.review_list import sheet_of, show
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
    if form.kind == "table":
        show(found, limit, form.language)
    else:
        form.show([sheet_of(found, limit, form.language)])


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
    column: Annotated[str, typer.Option(help="列名，如 review 所印 | Column, as `review` prints it.")],
    value: Annotated[str, typer.Option(help="应为；多项用 ; 分开 | What it should be; list items by ;")],
    who: Who = "",
    why: Why = "",
    no_build: NoBuild = False,
) -> None:
    """更正一条记录的一列；原文不变 | Correct one column of a statement; the printed words stay."""
    from cli.review_named import corrected_column, statement_of
    from graph.decisions import Decision
    from graph.ledger.ledger import open_ledger

    settings = settings_of(context)
    with open_ledger(settings) as ledger:
        found, statement = statement_of(ledger.live(), identifier)
        own = corrected_column(statement, column, value)
        decision = Decision(verdict="correct", subject=found, column=own, value=value, reason=why)
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
    from cli.review_list import decided, shortened
    from graph.ledger.ledger import open_ledger
    from queries.answers.sheets import Line, Sheet

    settings = settings_of(context, language=lang)
    form = form_of(settings, as_json=as_json, as_csv=as_csv)
    zh = form.language == "zh"
    with open_ledger(settings) as ledger:
        live, records = ledger.live(), ledger.decisions()
    about = dict((*zip(live.ids.ids, live.ids.statements, strict=True), *live.held_back))
    named = {each for record in records for each in (record.decision.subject, record.decision.other) if each}
    short = shortened(named) if form.kind == "table" else {}
    lines = []
    for record in records:
        verdict, subject, what, row = decided(record.decision, about.get(record.decision.subject), short, form.language)
        state = ("已撤回" if zh else "withdrawn") * record.withdrawn
        cells = (verdict, subject, what, record.who, record.at, record.decision.reason, state, row)
        lines.append(Line((str(record.row), *cells)))
    heads = ("行", "决定", "对象", "内容", "决定人", "时间", "理由", "状态", "所指") if zh else (
        "row", "verdict", "subject", "what", "who", "at", "why", "state", "about")  # fmt: skip
    none = () if lines else ("尚无决定。" if zh else "Nothing has been decided.",)
    form.show([Sheet("决定" if zh else "Decisions", (), heads, tuple(lines), notes=none)])


def mentions(
    context: typer.Context, name: One, as_json: AsJson = False, as_csv: AsCsv = False, lang: Lang = ""
) -> None:
    """一个姓名的每处出现及标识，供 same、not-same 使用 | Each mention of a name with its id, for same and not-same."""
    from cli.review_list import place_said, shortened
    from cli.review_named import entity_of
    from graph.ids import fold
    from graph.ledger.ledger import open_ledger
    from graph.review import excerpt, place_of
    from queries.answers.sheets import Line, Sheet

    settings = settings_of(context, language=lang)
    form = form_of(settings, as_json=as_json, as_csv=as_csv)
    zh = form.language == "zh"
    with open_ledger(settings) as ledger:
        live = ledger.live()
    identity = _identity(live)
    by_id = dict(zip(live.ids.ids, live.ids.statements, strict=True))
    wanted = identity.merged_into(entity_of(name, identity, live)) if name.startswith("pe_") else ""
    found = [
        (person, each)
        for person in identity.persons.values()
        if fold(person.name) == fold(name) or person.id == wanted
        for each in person.mentions
        if each in by_id
    ]
    short = (
        shortened(each for person, mention in found for each in (person.id, mention)) if form.kind == "table" else {}
    )
    lines = tuple(
        Line(
            (short.get(person.id, person.id), person.name, short.get(each, each), by_id[each].doc_id,
             place_said(place_of(by_id[each]), form.language), excerpt(by_id[each].source.quote, person.name))
        )
        for person, each in found
    )  # fmt: skip
    heads = ("人", "姓名", "记录", "文件", "位置", "原文") if zh else (
        "person", "name", "statement", "document", "place", "words")  # fmt: skip
    none = () if lines else (f"没有叫“{name}”的人" if zh else f"nobody is called {name}",)
    form.show([Sheet("出现之处" if zh else "Mentions", (), heads, lines, notes=none)])


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


def _on_statements(
    context: typer.Context, verdict: Literal["accept", "reject"], identifier: str, who: str, why: str, no_build: bool
) -> None:
    from graph.decisions import Decision
    from graph.ledger.ledger import open_ledger

    settings = settings_of(context)
    with open_ledger(settings) as ledger:
        live = ledger.live()
        subjects = _subjects(live, identifier)
        _note(
            ledger, settings, [Decision(verdict=verdict, subject=each, reason=why) for each in subjects], who, no_build
        )


def _subjects(live: Live, word: str) -> tuple[str, ...]:
    """The statements a verdict is on: the one of that id, or all that name the person."""
    from cli.review_named import entity_of, statement_of, unknown

    if word.startswith("st_"):
        return (statement_of(live, word)[0],)
    identity = _identity(live)
    person = identity.persons.get(identity.merged_into(entity_of(word, identity, live)))
    if person is None or not person.mentions:
        raise unknown(word)
    return person.mentions


def _on_pair(
    context: typer.Context, verdict: Verdict, one: str, other: str, who: str, why: str, no_build: bool
) -> None:
    from cli.review_named import entity_of
    from core.errors import UsageError
    from graph.decisions import Decision
    from graph.ledger.ledger import open_ledger

    settings = settings_of(context)
    with open_ledger(settings) as ledger:
        live = ledger.live()
        identity = _identity(live)
        left, right = (entity_of(each, identity, live) for each in (one, other))
        if left == right or left.partition("_")[0] != right.partition("_")[0]:
            raise UsageError(
                f"须是同一类的两个 | two of one kind are needed: {left}, {right}",
                remedy="dutygraph review mentions 姓名",
                code="REVIEW-PAIR",
            )
        _note(ledger, settings, [Decision(verdict=verdict, subject=left, other=right, reason=why)], who, no_build)


def check_signed(who: str, why: str) -> None:
    """Raise `UsageError` (`DECISION-INCOMPLETE`) if it is not said who decides, and why."""
    from core.errors import UsageError

    if not who.strip() or not why.strip():
        raise UsageError(
            "须写明决定人和理由 | who decides, and why", remedy="--who 姓名 --why 理由", code="DECISION-INCOMPLETE"
        )


def _note(ledger: Ledger, settings: Settings, made: Sequence[Decision], who: str, no_build: bool) -> None:
    """Note what is new of the decisions. Raises `UsageError` before any is noted if one contradicts what stands."""
    from cli.review_named import standing

    for decision in made:
        check_signed(who, decision.reason)
    rows = [(decision, standing(decision, ledger.decisions())) for decision in made]
    for decision, known in rows:
        if known is not None:
            typer.echo(
                f"第 {known} 行已有此决定 | already decided in row {known}: {decision.verdict} {decision.subject}"
            )
            continue
        row = ledger.decide(decision, who=who)
        typer.echo(f"已记入账本第 {row} 行 | noted in row {row}: {decision.verdict} {decision.subject}")
    publish(ledger, settings, no_build)


def publish(ledger: Ledger, settings: Settings, no_build: bool) -> None:
    """Bring the graph up to date with the ledger, unless told not to."""
    if no_build:
        return
    from graph.build import build

    typer.echo(f"图谱已更新 | graph {build(ledger, settings).version}")
