"""Drafts of adjustment notices in the form offices use, marked 草稿: what must be written, never what was decided.

The form follows the notices on changes of a group's members that the readers of patches know (`由X接替Y担任成员`,
`Y不再担任成员`), so that a notice drafted here and issued as it stands is read back as what it says.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.whatif.effects import DraftNotice, Named, SeatEffect
from graph.whatif.world import World

MARK = "（草稿，未经审定）"
_BLANK = "＿＿＿＿"


def group_notice(group: Named, seats: Sequence[SeatEffect], world: World) -> DraftNotice:
    """The notice that adjusts one group: who takes over where the post has one holder, else a blank to be filled."""
    title = f"关于调整{group.name}部分组成人员的通知"
    paper = world.timeline.papers.by_id.get(seats[0].paper.id)
    issuer = paper.issuer if paper else ""
    based = f"（{seats[0].paper.name}）" if seats[0].paper.name else ""
    lines = [
        MARK,
        f"{issuer}{title}",
        "",
        "各有关单位：",
        "",
        f"因人员变动，现对{group.name}{based}部分组成人员作如下调整：",
        "",
        *(f"{_ordinal(number)}、{sentence}" for number, sentence in enumerate(map(_sentence, seats), start=1)),
        "",
        "其他组成人员不变。",
        "",
        issuer or _BLANK,
        f"{world.on[:4]}年  月  日",  # who signs it decides the day
    ]
    return DraftNotice(group, title, "\n".join(lines) + "\n")


def _sentence(seat: SeatEffect) -> str:
    """One change of one seat; a successor only where the post has one holder on paper."""
    gone = seat.before.who if seat.before and seat.before.who else seat.after.who if seat.after else None
    shown = seat.after or seat.before
    title = shown.title if shown else ""
    leaving = f"{gone.name}同志" if gone else "原任同志"
    if seat.post_now is not None and (gone is None or seat.post_now.id != gone.id):
        return f"由{title}{seat.post_now.name}同志接替{leaving}任{seat.role}。"
    return f"{leaving}不再担任{seat.role}，接替人选{_BLANK}（{title or '职务待定'}）。"


def _ordinal(number: int) -> str:
    digits = "零一二三四五六七八九"
    if number < 10:
        return digits[number]
    tens, ones = divmod(number, 10)
    return ("" if tens == 1 else digits[tens] if tens < 10 else str(tens)) + "十" + (digits[ones] if ones else "")
