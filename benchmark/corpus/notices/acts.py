"""Who is appointed to what, and relieved of what."""

from __future__ import annotations

from collections.abc import Sequence

from benchmark.corpus.sheet import Sheet, printed_day
from graph import statements as waist


def appointments(
    sheet: Sheet, appointed: Sequence[tuple[str, str]], removed: Sequence[tuple[str, str]], *, day: str, congress: bool
) -> None:
    """Persons with their posts, appointed and relieved; a congress says it without 同志."""
    comrade = "" if congress else "同志"
    sheet.line("会议决定：" if congress else f"{sheet.place.word}人民政府{printed_day(day)}研究决定：")
    blocks = sheet.habits.acts == "blocks"
    for action, acts in (("任命", appointed), ("免去", removed)):
        if not acts:
            continue
        if blocks:
            sheet.line(f"{action}：", "table")
        for index, (person, post) in enumerate(acts):
            end = "。" if index == len(acts) - 1 else "；"
            said = f"{person}{comrade}为{post}" if action == "任命" else f"{person}{comrade}的{post}职务"
            sheet.line(f"{'' if blocks else action}{said}{end}", "row")
            sheet.row(waist.Appointment(action=action, person=person, post=post, date=day, source=sheet.source))
