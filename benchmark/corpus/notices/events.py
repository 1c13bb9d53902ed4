"""The chronicle (大事记) of a quarter."""

from __future__ import annotations

from collections.abc import Sequence

from benchmark.corpus.sheet import Sheet
from graph import statements as waist


def chronicle(sheet: Sheet, entries: Sequence[tuple[str, str, str, str]]) -> None:
    """Day, person, title, what happened; in the order of the days."""
    sheet.line("大事记", "heading")
    year, month, _ = entries[0][0].split("-")
    sheet.line(f"{year}年{int(month)}-{int(month) + 2}月", "table")
    last = ""
    for day, person, title, what in sorted(entries):
        _, month, date = day.split("-")
        printed = f"{int(month)}月{int(date)}日"
        match sheet.habits.days:
            case "comma":
                head = f"{printed}，"
            case "month":
                if month != last:
                    sheet.line(f"{int(month)}月", "table")
                head, last = f"{int(date)}日 ", month
            case _:
                head = f"{printed} "
        sheet.line(f"{head}{title}{person}{what}")
        sheet.row(
            waist.Event(date_from=day, persons=(f"{person}|{title}",), activity=what.rstrip("。"), source=sheet.source)
        )
