"""Each answer as its sheet."""

from __future__ import annotations

from core.errors import ConfigError
from core.settings import Language
from queries.answers.analysis.model import Analysis
from queries.answers.analysis.sheet import analysis_sheet
from queries.answers.model import (
    Answer,
    Answering,
    Charge,
    Evidence,
    Holders,
    Oversight,
    Portfolio,
    Posts,
    Quotation,
    Responsibility,
    Roster,
    StandIns,
    Verdict,
    Verdicts,
)
from queries.answers.results import Found, Table
from queries.answers.row_sheets import found_sheet, table_sheet
from queries.answers.sheets import Line, Sheet, Words

Shown = Answer | Table | Found | Sheet

_WHEN = (("何时", "when"), ("把握", "how sure"))
#: Codes of the table of succession clauses: to whom a clause applies, and how the seat passes.
_CLAUSE = {
    "members": ("成员", "members"),
    "office": ("办公室", "the office"),
    "leaders": ("领导", "leaders"),
    "automatic": ("由接任者自行接替", "whoever takes over the post takes the seat"),
    "automatic_with_filing": ("由接任者自行接替，报备案", "whoever takes over takes the seat, with filing"),
    "by_filing": ("报备案后调整", "changed by filing"),
    "by_approval": ("报批准后调整", "changed by approval"),
}
_HOLDER = (("方式", "capacity"), ("何时", "when"), ("把握", "how sure"), ("依据类别", "basis"))


def sheet_of(answer: Shown, language: Language) -> Sheet:
    """Any answer as its sheet. Raises `ConfigError` for an answer that nobody taught it."""
    words = Words(language)
    match answer:
        case Sheet():
            return answer
        case Table():
            return table_sheet(answer, words)
        case Found():
            return found_sheet(answer, words)
        case Analysis():
            return analysis_sheet(answer, words)
    return _sheet_of_answer(answer, words)


def _sheet_of_answer(answer: Answer, words: Words) -> Sheet:
    """The answer to a question that people ask, about one thing on a day."""
    match answer:
        case Responsibility():
            return _responsibility(answer, words)
        case Portfolio():
            return _portfolio(answer, words)
        case Roster():
            return _roster(answer, words)
        case Oversight():
            return _oversight(answer, words)
        case StandIns():
            return _stand_ins(answer, words)
        case Posts():
            return _posts(answer, words)
        case Holders():
            return _holders(answer, words)
        case Verdicts():
            return _verdicts(answer, words)
        case Quotation():
            return _quotation(answer, words)
    raise ConfigError(f"no sheet for {type(answer).__name__}")


def _responsibility(answer: Responsibility, words: Words) -> Sheet:
    say = words.say
    printed = say("文件所列领导", "named in the paper")
    lines = [Line((printed, each.person.name, "", "", ""), each.evidence) for each in answer.named]
    for each in answer.answers:
        lines.extend(_answering(each, words))
    for unit in answer.units:
        heads = "、".join(f"{head.person.name}（{head.position}）" for head in unit.heads)
        lines.append(Line((unit.word or words.code(unit.part), unit.organisation.name, heads, "", ""), unit.evidence))
    first = answer.answers[0] if answer.answers else None
    facts = [
        (say("任务", "task"), f"{answer.number} {answer.subject.name}".strip()),
        (say("出自", "from"), " ".join(each for each in (answer.document_number, answer.plan.name if answer.plan else "") if each)),
        (say("完成时限", "deadline"), answer.deadline),
    ]  # fmt: skip
    for each in answer.answers:
        # Of two leaders one may have handed the matter on and the other not: what is told of one bears the name.
        whose = f"{each.who.name}{say('：', ': ')}" if len(answer.answers) > 1 else ""
        told = _verdict(each, words)
        facts += [(label, f"{whose}{value}" if value else "") for label, value in told]
    note = ""
    if first is None and answer.valid_from and answer.on < answer.valid_from:
        note = say(f"{answer.valid_from} 才印发这项任务。", f"The task was issued on {answer.valid_from} only.")
    elif first is None and answer.valid_to and answer.on >= answer.valid_to:
        note = say(f"文件有效期到 {answer.valid_to}（不含）为止。", f"The paper was valid until {answer.valid_to}.")
    elif first is None:
        note = say("当日没有依据。", "No paper says for that day.")
    columns = (("身份", "part"), ("谁", "who"), ("说明", "how"), *_WHEN)
    title = say(f"谁负责“{answer.subject.name}”", f"Who is responsible for “{answer.subject.name}”")
    return words.sheet(answer, title, facts, columns, lines, [note])


def _verdict(each: Answering, words: Words) -> list[tuple[str, str]]:
    say = words.say
    moved = each.verdict.code == "moved"
    return [
        (say("结论", "verdict"), words.code(each.verdict)),
        (say("至迟自", "since at the latest"), each.since_at_latest if moved else ""),
        (say("文件修改", "amended by"), each.amended_by or (say("未见", "not seen") if moved else "")),
        (say("理由", "why"), each.explanation),
        *((say("为何不是他人", "why not another"), why) for why in each.why_not),
    ]


def _answering(each: Answering, words: Words) -> list[Line]:
    say = words.say
    part = {
        "in_charge": say("当日分管领导", "in charge that day"),
        "named": say("按文件所列", "as the paper names"),
        "unit": say("牵头单位", "lead unit"),
    }.get(each.answers_as, each.answers_as)
    through = say(f"经由{each.through}", f"through {each.through}") if each.through else ""
    capacities = words.join(f"{words.code(post.capacity)} {post.post.name}" for post in each.capacities)
    lines = [
        Line(
            (
                part,
                each.who.name,
                words.join((capacities, through)),
                words.days(each.held),
                words.code(each.held.status),
            ),
            (*each.held.rests_on, *(one for post in each.capacities for one in post.held.rests_on)),
        )
    ]
    for deputy in each.stand_ins:
        label, how = words.deputy(deputy)
        lines.append(
            Line(
                (label, deputy.person.name, how, words.days(deputy.held), words.code(deputy.held.status)),
                deputy.held.rests_on,
            )
        )
    return lines


def _portfolio(answer: Portfolio, words: Words) -> Sheet:
    say = words.say
    lines = []
    for post in answer.posts:
        how = words.join((words.code(post.capacity), words.code(post.held.basis)))
        lines.append(
            Line(
                (say("职务", "post"), post.post.name, how, "", words.days(post.held), words.code(post.held.status)),
                post.held.rests_on,
            )
        )
    lines += [_charge(each, each.object.name, words) for each in answer.charges]
    for seat in answer.groups:
        state = words.code(seat.state) if seat.state.code != "listed" else ""
        lines.append(
            Line(
                (seat.role, seat.group.name, state, "", words.days(seat.held), words.code(seat.held.status)),
                seat.held.rests_on,
            )
        )
    for deputy in answer.stand_ins:
        label, how = words.deputy(deputy)
        lines.append(
            Line(
                (label, deputy.person.name, how, "", words.days(deputy.held), words.code(deputy.held.status)),
                deputy.held.rests_on,
            )
        )
    columns = (("关系", "relation"), ("对象", "what"), ("方式", "how"), ("范围", "scope"), *_WHEN)
    note = say("当日没有在案的分工。", "No division of work is on paper for that day.") if not answer.charges else ""
    title = say(f"{answer.subject.name}的桌面", f"On the desk of {answer.subject.name}")
    return words.sheet(answer, title, (), columns, lines, [note])


def _charge(charge: Charge, name: str, words: Words) -> Line:
    relation, how, scope = words.charge(charge)
    return Line(
        (relation, name, how, scope, words.days(charge.held), words.code(charge.held.status)), charge.held.rests_on
    )


def _roster(answer: Roster, words: Words) -> Sheet:
    say = words.say
    quotes = {each.id: _clause(each, words) for each in answer.evidence}
    facts = [
        (say("又称", "also"), "、".join(answer.other_names)),
        (say("上级", "under"), answer.parent.name if answer.parent else ""),
        (say("下设", "has"), "、".join(each.name for each in answer.subgroups)),
        (say("办公室设在", "office in"), "、".join(each.name for each in answer.office_in)),
        *((say("接替条款", "clause"), quotes[each]) for each in answer.clauses if each in quotes),
    ]
    lines = [
        Line(
            (
                seat.role,
                seat.holder.name if seat.holder else "",
                seat.title,
                words.code(seat.state),
                words.seat(seat),
                words.days(seat.held),
            ),
            seat.held.rests_on,
        )
        for seat in answer.seats
    ]
    note = ""
    if answer.ended:
        note = say(f"{answer.ended} 起不再保留。", f"Ended on {answer.ended}.")
    elif not answer.seats and answer.founded > answer.on:
        note = say(f"{answer.founded} 才见于文件。", f"First on paper on {answer.founded}.")
    elif not answer.seats:
        note = say("当日没有在案的名单。", "No roster is on paper for that day.")
    columns = (
        ("职务", "role"),
        ("谁", "who"),
        ("所列职务", "printed title"),
        ("席位", "seat"),
        ("说明", "why"),
        ("何时", "when"),
    )
    title = say(f"{answer.subject.name}组成人员", f"Members of {answer.subject.name}")
    return words.sheet(answer, title, facts, columns, lines, [note])


def _clause(item: Evidence, words: Words) -> str:
    """A clause in the words of its paper; a row of a table, which has codes for words, in ours."""
    if not item.cell:
        return "".join(item.quote.split())
    said = []
    for part in item.quote.split("；")[1:]:
        codes = part.split(";")
        if all(code in _CLAUSE for code in codes):
            said.append("、".join(words.say(*_CLAUSE[code]) for code in codes))
        elif part not in (item.jurisdiction, item.number):
            said.append(words.say(f"{part}除外", f"except {part}"))
    return words.join(said)


def _oversight(answer: Oversight, words: Words) -> Sheet:
    say = words.say
    lines = []
    for each in answer.charges:
        lines.append(_charge(each, each.person.name, words))
        for deputy in each.stand_ins:
            label, how = words.deputy(deputy)
            when = (words.days(deputy.held), words.code(deputy.held.status))
            lines.append(Line((f"　{label}", deputy.person.name, how, "", *when), deputy.held.rests_on))
    columns = (("关系", "relation"), ("谁", "who"), ("方式", "how"), ("范围", "scope"), *_WHEN)
    nobody = say("当日没有在案的分管领导。", "By these papers nobody has it on the desk on that day.")
    after = [
        say(
            f"{each.since} 起{each.how}为{each.body.name}，由谁分管见该单位。",
            f"From {each.since} on it is {each.body.name} ({each.how}): ask who oversees that.",
        )
        for each in answer.became
    ]
    before = [
        say(
            f"{each.person.name}自 {each.since} 起不再{each.relation}。",
            f"Not in charge since {each.since}: {each.person.name} ({each.relation}).",
        )
        for each in answer.formers
    ]
    title = say(f"谁分管{answer.subject.name}", f"Who oversees {answer.subject.name}")
    return words.sheet(answer, title, (), columns, lines, [*([] if lines else [nobody, *after]), *before])


def _stand_ins(answer: StandIns, words: Words) -> Sheet:
    say = words.say
    lines = []
    for each in answer.stand_ins:
        label, how = words.deputy(each)
        lines.append(
            Line(
                (label, each.person.name, how, words.days(each.held), words.code(each.held.status)), each.held.evidence
            )
        )
    columns = (("身份", "part"), ("谁", "who"), ("说明", "how"), *_WHEN)
    note = "" if lines else say("未规定，报区长确定。", "Not laid down: the head of government decides.")
    title = say(f"{answer.subject.name}外出时由谁代为处理", f"Who stands in for {answer.subject.name}")
    return words.sheet(answer, title, (), columns, lines, [note])


def _posts(answer: Posts, words: Words) -> Sheet:
    lines = [words.holder(each, each.post.name) for each in answer.posts]
    note = "" if lines else words.say("当日没有在案的任职。", "No post is on paper for that day.")
    title = words.say(f"{answer.subject.name}的任职", f"Posts of {answer.subject.name}")
    return words.sheet(answer, title, (), (("职务", "post"), *_HOLDER), lines, [note])


def _holders(answer: Holders, words: Words) -> Sheet:
    lines = [words.holder(each, f"{each.person.name}（{each.post.name}）") for each in answer.holders]
    note = ""
    if not lines:
        note = words.say("当日没有在案的任职。", "No holder is on paper for that day.")
    elif any(each.held.status.code == "possible" for each in answer.holders):
        note = words.say("“可能”：没有文件排除，也没有文件证明。", "“possible”: no paper excludes it, none proves it.")
    name = answer.subject.name
    title = (
        words.say(f"{name}政府领导", f"The leaders of {name}")
        if answer.subject.label == "Jurisdiction"
        else words.say(f"{name}由谁任职", f"Who holds {name}")
    )
    return words.sheet(answer, title, (), (("谁", "who"), *_HOLDER), lines, [note])


def _verdicts(answer: Verdicts, words: Words) -> Sheet:
    """A line for each who was asked for, then those of whom it holds besides."""
    say = words.say
    lines = []
    for each in answer.verdicts:
        said = _yes_or_no(each, answer.looked_at, words)
        lines += [Line((each.said, said, "", "", ""))] if not each.facts else []
        for fact in each.facts:
            how = (words.days(fact.held), words.code(fact.held.status))
            lines.append(Line((fact.who.name, said, say(fact.zh, fact.en), *how), fact.held.rests_on))
    for fact in answer.others:
        how = (words.days(fact.held), words.code(fact.held.status))
        lines.append(Line((fact.who.name, "", say(fact.zh, fact.en), *how), fact.held.rests_on))
    columns = (("谁", "who"), ("结论", "verdict"), ("身份", "part"), *_WHEN)
    count = answer.looked_at
    note = (
        say("当日没有在案的，无从判断。", "None is on paper for that day, so nothing can be told.") if not count else ""
    )
    if count and not answer.others and not any(each.yes for each in answer.verdicts):
        note = say(f"当日在案的 {count} 项都已查看。", f"{count} on paper for that day were looked at.")
    return words.sheet(answer, say(*answer.about), (), columns, lines, [note])


def _yes_or_no(each: Verdict, looked_at: int, words: Words) -> str:
    if not each.known:
        return words.say("未见此名", "no such name seen")
    if not looked_at:
        return words.say("未见", "not seen")
    said = words.say("是", "yes") if each.yes else words.say("否", "no")
    said = words.say("可能", "possibly") if each.yes and not each.sure else said
    return f"{said}{words.say('（有重名）', ' (several bear the name)')}" if each.several else said


def _quotation(answer: Quotation, words: Words) -> Sheet:
    """The words in full: they are the answer, so nothing stands below."""
    say = words.say
    (item,) = answer.evidence
    facts = (
        (
            say("文件", "paper"),
            " ".join(each for each in (item.number, f"《{item.title}》" if item.title else "") if each),
        ),
        (say("成文日期", "signed"), item.date),
        (say("位置", "place"), words.place(item)),
        (say("来源文件", "file"), item.file),
        (say("读取规则", "rule"), item.rule),
        (say("可信度", "confidence"), f"{item.confidence:g}"),
        (say("数据表", "table"), item.table),
    )
    lines = (Line((item.quote,)),)
    known = tuple((name, value) for name, value in facts if value)
    return Sheet(say("依据原文", "The printed words"), known, (say("原文", "words"),), lines)
