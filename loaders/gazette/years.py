"""The year of a day printed without one (`3月5日`), where the paper leaves no choice.

Certain are, in this order: the year of the heading, which may span two (`2030年12月—2031年2月大事记`); the year of an entry above, for
days that are not earlier in the year than that entry's; the year of the day on which the paper came out, for days that are
not later in the year than that day. What no such year is certain for stays without one: no reader guesses a year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from graph.days import is_prefix

_YEAR = re.compile(r"(?P<year>\d{4})\s*年(?:\s*(?P<month>\d{1,2})\s*月)?")
_SECOND = re.compile(r"\s*(?:-|—|―|–|~|至|到|、)+\s*(?:(?P<year>\d{4})\s*年)?\s*(?P<month>\d{1,2})\s*月")
_DAY = re.compile(r"(?P<year>\d{4})\s*[年./-]\s*(?P<month>\d{1,2})\s*[月./-]\s*(?P<day>\d{1,2})")
#: `3/5/2031 3:42:10 PM`, as some servers print the time: the month stands first.
_AMERICAN = re.compile(r"(?<!\d)(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})\s+\d{1,2}:\d{2}(?::\d{2})?\s*[AP]M")
_HANZI_YEAR = re.compile("[一二][〇○零一二三四五六七八九]{3}(?=\\s*年)")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
#: How sure a year is that the heading does not print.
FROM_ENTRY, FROM_PUBLICATION = 0.9, 0.8


@dataclass(slots=True)
class Years:
    """What a paper says of the years of its days.

    `heading` is the printed heading of one year, `turn` the last month that a span of two years leaves to the second,
    `published` the day of the paper, `above` the last entry whose year is certain; ISO prefixes, empty if not printed.
    """

    heading: str = ""
    turn: int = 0
    published: str = ""
    above: str = field(default="", init=False)

    def head(self, words: str) -> bool:
        """Take a heading for what follows: its year, or the two it spans. False, and nothing changed, if it has none."""
        words = in_digits(words)
        first = _YEAR.search(words)
        if first is None:
            return False
        self.heading, self.turn = first["year"], 0
        second = _SECOND.match(words, first.end()) if first["month"] else None
        if second is not None and second["year"] and int(second["year"]) == int(first["year"]) + 1:
            # 2030年12月 to 2031年2月; a span of a year and more leaves a month open in both.
            self.turn = int(second["month"]) if int(second["month"]) < int(first["month"]) else 12
        return True

    def of(self, month: str, day: str = "") -> tuple[str, float]:
        """The year of a day and how sure it is; `("", 0.0)` if the paper leaves it open."""
        place = f"{int(month):02d}" + (f"-{int(day):02d}" if day else "")
        if self.heading and self.turn == 12:
            return "", 0.0
        if self.heading:
            return str(int(self.heading) + (int(month) <= self.turn)), 1.0
        if self.above and place >= self.above[5 : 5 + len(place)]:
            year = self.above[:4]
            over = self.published and f"{year}-{place}" > self.published[: 5 + len(place)]
            return ("", 0.0) if over else (year, FROM_ENTRY)
        if self.published and place <= self.published[5 : 5 + len(place)]:
            return self.published[:4], FROM_PUBLICATION
        return "", 0.0


def in_digits(words: str) -> str:
    """Words whose years are in digits where they print them in characters (`二〇三一年`), each letter at its place."""
    return _HANZI_YEAR.sub(lambda year: year[0].translate(_DIGITS), words) if "年" in words else words


def day_in(words: str) -> str:
    """The last whole day printed in words (`2031年3月6日`, `2031-03-06`) as an ISO prefix; empty if there is none."""
    for match in reversed([*_AMERICAN.finditer(words), *_DAY.finditer(words)]):
        day = f"{match['year']}-{int(match['month']):02d}-{int(match['day']):02d}"
        if is_prefix(day):
            return day
    return ""
