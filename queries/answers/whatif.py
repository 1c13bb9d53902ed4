"""What a draft would do, as tables and as plain data: for the command line, the pages and the reports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from core.settings import Language
from graph.timeline.facts import ChargeKind
from graph.whatif.effects import Desk, Effects, Load, Named, Occupant, PairChange, Responsible, SeatChange
from queries.answers.model import Coded
from queries.answers.sheets import Line, Sheet, Words

CHARGES: dict[ChargeKind, str] = {
    "heads": "HEADS", "in_charge": "IN_CHARGE_OF", "shares": "SHARES_CHARGE_OF", "liaises": "LIAISES_WITH",
    "responsible": "RESPONSIBLE_FOR",
}  # fmt: skip
SEATS: dict[SeatChange, tuple[str, str]] = {
    "vacant": ("空缺", "vacant"), "stale": ("待调整", "stale"), "check": ("待核实", "to be checked"),
    "pending": ("待批准或明确", "pending"), "passed": ("按规定递补", "passes by rule"), "joined": ("进入", "joins"),
    "left": ("退出", "leaves"),
}  # fmt: skip
PAIRS: dict[PairChange, tuple[str, str]] = {"broken": ("失效", "ends"), "new": ("新增", "begins")}
LOADS = (
    ("单位", "units"), ("事项", "matters"), ("联系", "liaises"), ("任务", "tasks"), ("小组", "groups"), ("任组长", "chairs"),
)  # fmt: skip


def plain(effects: Effects) -> dict[str, object]:
    """The effects as plain data for JSON: their fields, in order."""
    return {"answer": "effects", **asdict(effects)}


def effects_sheets(effects: Effects, language: Language) -> tuple[Sheet, ...]:
    """The effects as tables, the first with the sums; parts in which nothing would change are left out."""
    words = Words(language)
    parts = (
        _portfolios(effects, words), _tasks(effects, words), _uncovered(effects, words), _seats(effects, words),
        _pairs(effects, words), _papers(effects, words), _workload(effects, words), _findings(effects, words),
    )  # fmt: skip
    counts = tuple((part.title, str(len(part.lines))) for part in parts if part.lines)
    drafts = "、".join(each.name for each in effects.drafts)
    facts = ((words.say("草稿", "draft"), drafts), (words.say("日期", "day"), effects.on), *counts)
    note = words.say("这是推演，账本未变。", "This is a what-if; the ledger is as it was.")
    nothing = words.say("当日没有影响。", "It would change nothing on that day.")
    first = Sheet(words.say("推演", "What if"), facts, (), (), (), (nothing, note) if effects.is_nothing else (note,))
    return first, *(part for part in parts if part.lines)


def _portfolios(effects: Effects, words: Words) -> Sheet:
    lines = [
        Line((each.person.name, _desks(each.gained, words), _desks(each.lost, words), _desks(each.kept, words)))
        for each in effects.portfolios
    ]
    columns = (("领导", "leader"), ("增加", "gains"), ("减少", "loses"), ("不变", "keeps"))
    return _sheet(words, ("分工变化", "Portfolios"), columns, lines)


def _tasks(effects: Effects, words: Words) -> Sheet:
    lines = [
        Line(
            (f"{each.number} {each.task.name}".strip(), each.paper.name, each.named, _responsible(each.before, words),
             _responsible(each.after, words))
        )
        for each in effects.tasks
    ]  # fmt: skip
    columns = (("任务", "task"), ("文件", "paper"), ("文件所列", "named"), ("此前", "before"), ("此后", "after"))
    return _sheet(words, ("责任领导变化的任务", "Tasks whose leader changes"), columns, lines)


def _uncovered(effects: Effects, words: Words) -> Sheet:
    lines = [Line((each.unit.name, _names(each.leaders))) for each in effects.uncovered]
    columns = (("单位", "unit"), ("此前分管", "was in charge"))
    return _sheet(words, ("无人分管的单位", "Units left without a leader"), columns, lines)


def _seats(effects: Effects, words: Words) -> Sheet:
    lines = [
        Line(
            (words.say(*SEATS[each.change]), each.group.name, each.role, _occupant(each.before, words),
             _occupant(each.after, words), each.post_now.name if each.post_now else "", each.paper.name)
        )
        for each in effects.seats
    ]  # fmt: skip
    columns = (
        ("变动", "change"), ("小组", "group"), ("组内职务", "role"), ("此前", "before"), ("此后", "after"),
        ("该职务届时为", "has the post then"), ("名单文件", "paper"),
    )  # fmt: skip
    return _sheet(words, ("席位变化", "Seats"), columns, lines)


def _pairs(effects: Effects, words: Words) -> Sheet:
    lines = [
        Line((words.say(*PAIRS[each.change]), each.replaced.name, each.stand_in.name, each.rank, each.scope))
        for each in effects.pairs
    ]
    lines += [
        Line((words.say("不再有代理人", "nobody stands in any more"), each.name, "", "", ""))
        for each in effects.without_stand_in
    ]
    columns = (("变动", "change"), ("谁", "who"), ("由谁代理", "stand-in"), ("顺位", "rank"), ("范围", "scope"))
    return _sheet(words, ("AB角变化", "Stand-ins"), columns, lines)


def _papers(effects: Effects, words: Words) -> Sheet:
    lines = [Line((each.paper.name, item)) for each in effects.papers for item in each.items]
    columns = (("文件", "paper"), ("待调整之处", "what"))
    return _sheet(words, ("需随之调整的文件", "Papers to be adjusted"), columns, lines)


def _workload(effects: Effects, words: Words) -> Sheet:
    lines = [
        Line((each.person.name, *(_figures(each.before, each.after, index) for index in range(len(LOADS)))))
        for each in effects.workload
    ]
    return _sheet(words, ("工作量（此前→此后）", "Workload (before→after)"), (("领导", "leader"), *LOADS), lines)


def _findings(effects: Effects, words: Words) -> Sheet:
    lines = [
        Line((words.code(Coded.of("severity", each.severity)), words.say(each.explanation, each.explanation_en)))
        for each in effects.findings
    ]
    return _sheet(words, ("新出现的问题", "New findings"), (("程度", "severity"), ("说明", "what")), lines)


def _sheet(words: Words, title: tuple[str, str], columns: Iterable[tuple[str, str]], lines: Iterable[Line]) -> Sheet:
    return Sheet(words.say(*title), (), tuple(words.say(*each) for each in columns), tuple(lines))


def _desks(desks: Iterable[Desk], words: Words) -> str:
    """Bodies and matters under their verb: 分管：区财政局、区审计局（协助）."""
    by_verb: dict[str, list[str]] = {}
    for desk in desks:
        verb = desk.relation or words.code(Coded.edge(CHARGES[desk.kind]))
        how = words.join(
            (words.code(Coded.of("capacity", desk.capacity)) if desk.capacity == "assisting" else "", desk.scope)
        )
        by_verb.setdefault(verb, []).append(f"{desk.object.name}（{how}）" if how else desk.object.name)
    return words.join(f"{verb}：{'、'.join(names)}" for verb, names in by_verb.items())


def _responsible(answers: Iterable[Responsible], words: Words) -> str:
    return words.join(f"{each.who.name}（{words.code(Coded.of('verdict', each.verdict))}）" for each in answers)


def _occupant(each: Occupant | None, words: Words) -> str:
    if each is None:
        return ""
    state = words.code(Coded.of("state", each.state)) if each.state != "listed" else ""
    return words.join((each.who.name if each.who else "", each.title, state))


def _figures(before: Load, after: Load, index: int) -> str:
    was, now = (tuple(asdict(load).values())[index] for load in (before, after))
    return f"{was}→{now}" if was != now else str(now)


def _names(people: Iterable[Named]) -> str:
    return "、".join(each.name for each in people)
