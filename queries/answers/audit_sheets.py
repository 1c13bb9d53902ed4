"""The audit of a group and the history of a seat as tables to print."""

from __future__ import annotations

from dataclasses import replace

from core.settings import Language
from queries.answers.audit import Audit, AuditLine, SeatHistory, Side
from queries.answers.sheets import Line, Sheet, Words


def audit_sheets(answer: Audit, language: Language) -> tuple[Sheet, ...]:
    """The audit as three tables: changes, what is open on the last day, genealogy."""
    words = Words(language)
    say, name = words.say, answer.subject.name
    columns = (
        ("日期", "day"), ("变动", "change"), ("谁", "who"), ("此前", "before"), ("此前文件", "paper before"),
        ("此后", "after"), ("此后文件", "paper after"), ("说明", "note"),
    )  # fmt: skip
    period = ((say("起", "from"), answer.since),)
    note = "" if answer.changes else say("其间没有变动。", "Nothing changed in between.")
    changes = words.sheet(
        answer, say(f"{name}变动审计", f"Audit of {name}"), period, columns, [_line(each, words) for each in answer.changes],
        (note,),
    )  # fmt: skip
    heads = tuple(say(*each) for each in columns)
    rest = say("没有待办席位。", "No seat waits for anybody.")
    waiting = Sheet(
        say(f"{answer.on} 待办席位", f"Open on {answer.on}"), (), heads, tuple(_line(each, words) for each in answer.open),
        answer.evidence, () if answer.open else (rest,),
    )  # fmt: skip
    origins = (("日期", "day"), ("关系", "relation"), ("对象", "what"), ("方式", "how"), ("文号", "number"))
    genealogy = Sheet(
        say("沿革", "Genealogy"), (), tuple(say(*each) for each in origins),
        tuple(
            Line((each.day, words.code(each.relation), each.other.name, each.detail, each.number), each.evidence)
            for each in answer.genealogy
        ),
        answer.evidence,
    )  # fmt: skip
    return _with_used(changes), _with_used(waiting), _with_used(genealogy)


def seat_sheet(answer: SeatHistory, language: Language) -> Sheet:
    """The history of a seat as a table."""
    words = Words(language)
    columns = (("组内职务", "role"), ("谁", "who"), ("所列职务", "printed title"), ("状态", "state"), ("始于", "from"),
               ("止于（不含）", "until"), ("文件", "paper"), ("说明", "note"))  # fmt: skip
    lines = [
        Line(
            (each.side.role, each.member.name, each.side.title, words.code(each.side.state),
             between(each.possible_from, each.valid_from, words), between(each.valid_to, each.possible_to, words),
             each.side.paper, each.explanation),
            each.side.evidence,
        )
        for each in answer.spells
    ]  # fmt: skip
    title = words.say(f"{answer.subject.name}席位沿革", f"Seats of {answer.subject.name} over time")
    return words.sheet(answer, title, (), columns, lines)


def _with_used(sheet: Sheet) -> Sheet:
    """The sheet with the evidence that its own lines name."""
    used = {one for line in sheet.lines for one in line.evidence}
    return replace(sheet, evidence=tuple(each for each in sheet.evidence if each.id in used))


def _line(each: AuditLine, words: Words) -> Line:
    notes = (
        each.explanation,
        words.say(f"原为{each.instead}", f"before: {each.instead}")
        if each.instead and each.kind.code != "left"
        else "",
        words.say(f"现为{each.instead}", f"now: {each.instead}") if each.instead and each.kind.code == "left" else "",
        "" if each.grounded else words.say("未见依据", "act not seen"),
    )
    cells = (
        between(each.earliest, each.day, words), words.code(each.kind), each.member.name, shown(each.before, words),
        each.before.paper if each.before else "", shown(each.after, words), each.after.paper if each.after else "",
        words.join(notes),
    )  # fmt: skip
    sides = (side for side in (each.before, each.after) if side is not None)
    return Line(cells, tuple(dict.fromkeys(one for side in sides for one in side.evidence)))


def shown(side: Side | None, words: Words) -> str:
    """One side of a change in words; empty for none."""
    if side is None:
        return ""
    state = words.code(side.state) if side.state.code != "listed" else ""
    return words.join((side.role, side.title, state))


def between(earliest: str, latest: str, words: Words) -> str:
    """A day, or the days between which it lies."""
    if not earliest or earliest == latest:
        return latest
    return words.say(f"{earliest} 至 {latest} 间", f"{earliest} to {latest}") if latest else f"{earliest} –"
