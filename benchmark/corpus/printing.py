"""An issue as text: plain, or as it comes out of a printed gazette.

Noise touches what carries no fact of its own: it folds headings onto two lines, wraps long lines as a narrow column does
(inside words and names), puts a running head and a page number between lines, prints digits and brackets in full width,
sets spaces into role words, and lets a scanner mistake a character of running prose. Names are never misread: a name is
kept as printed, so a slip in one would be another person.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from benchmark.corpus.sheet import Issue, Line, printed_day

_WIDE = str.maketrans({**{chr(0x30 + digit): chr(0xFF10 + digit) for digit in range(10)}, "(": "（", ")": "）"})
#: What a scanner makes of words that carry no fact.
_SLIPS = {
    "为做好全年": "力做好全年", "认真组织": "认真组识", "因人员变动": "因入员变动",
    "逐户建立": "逐尸建立", "其他组成人员不变": "其他组成人员不娈",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Print:
    """How an issue is printed.

    `column`: about how many characters a line (0: as long as it is); `page`: lines a page (0: no running heads); `front`: with masthead and
    contents; `wide`, `slips`: shares of prose lines in full width, and with a character misread.
    """

    column: int = 0
    page: int = 0
    front: bool = False
    wide: float = 0.0
    slips: float = 0.0


PLAIN = Print()
PRINTED = Print(column=32, page=44, front=True, wide=0.1, slips=0.05)


def print_issue(issue: Issue, how: Print = PLAIN, *, seed: int = 0) -> str:
    """The text of an issue. Printed `PLAIN`, the places of its statements are right to the character."""
    if how == PLAIN:
        return "\n".join(line.text for line in issue.lines)
    random = Random(f"{seed}\x1f{issue.place.id}\x1f{issue.name}")  # noqa: S311 - a corpus, no secret
    printed = list(_front(issue)) if how.front else []
    # Some gazettes are set with an empty line after every line, others after every paragraph.
    loose = random.random() < 0.3
    on_page = page = 0
    column = how.column + random.choice((-8, 0, 8)) if how.column else 0
    for line in issue.lines:
        for part in _wrapped(_spoiled(line, how, random), line.kind, column):
            printed += [part, ""] if loose else [part]
            on_page += 1
            if how.page and on_page == how.page:
                page, on_page = page + 1, 0
                printed += ["", f"— {page} —", "", f"{issue.place.name}人民政府公报", ""]
        if not loose:
            printed.append("")
    return "\n".join(printed)


def _front(issue: Issue) -> Iterator[str]:
    """Masthead and contents."""
    year, number = issue.name.partition("公报")[2].split("年")
    yield from (f"{issue.place.name}人民政府公报", "", year, "", number, "")
    yield from (f"{issue.place.name}人民政府办公室 {year}年{number} {printed_day(issue.day)}", "", "目 录", "")
    for page, line in enumerate((each for each in issue.lines if each.kind == "heading"), start=1):
        yield from (f"- {line.text} ({page})", "")


def _spoiled(line: Line, how: Print, random: Random) -> str:
    text = line.text
    if line.kind != "prose":
        return text
    if random.random() < how.wide:
        text = text.translate(_WIDE)
    if random.random() < how.slips:
        for words, misread in _SLIPS.items():
            if words in text:
                return text.replace(words, misread, 1)
    return text


def _wrapped(text: str, kind: str, column: int) -> Iterator[str]:
    if not column or kind == "table" or len(text) <= column:
        yield text
    elif kind == "heading":
        # A title is centred on two lines, which the text of a page joins by a space.
        half = (len(text) + 1) // 2
        yield f"{text[:half]} {text[half:]}"
    else:
        for start in range(0, len(text), column):
            yield text[start : start + column]
