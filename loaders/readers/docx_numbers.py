"""Automatic numbers of a DOCX, written out as they are printed: 一、 （一） 1. (1) ①.

The file holds only which list and level a paragraph belongs to (ISO/IEC 29500-1, 17.9); the number itself is counted here, in
the order of the paragraphs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_LEVELS = 9
_MOST = 32_767  # what Word itself counts to
#: Styles based on styles; Word allows ten, a loop never ends.
_MOST_STYLES = 32


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, how it counts, and the words around its number (`%1、`)."""

    start: int = 1
    form: str = "decimal"
    words: str = ""
    plain: bool = False  # all numbers in it as digits


@dataclass(slots=True)
class Numbers:
    """The lists of a document and how far each has been counted."""

    lists: Mapping[str, tuple[str, Mapping[int, Level]]]  # by the id a paragraph names: the list behind it, its levels
    styles: Mapping[str, tuple[str, int]]  # list and level that a paragraph style brings along
    _counts: dict[str, list[int]] = field(default_factory=dict)

    def before(self, properties: etree._Element | None) -> str:
        """The number printed before a paragraph with these properties; empty if it has none. Counts on."""
        place = self._place(properties)
        if place is None or place[0] not in self.lists:
            return ""
        behind, levels = self.lists[place[0]]
        depth = min(max(place[1], 0), _LEVELS - 1)
        level = levels.get(depth, Level())
        counts = self._counts.setdefault(behind, [0] * _LEVELS)
        counts[depth] = min(counts[depth] + 1 if counts[depth] else level.start, _MOST)
        counts[depth + 1 :] = [0] * (_LEVELS - depth - 1)
        words = level.words
        for above in range(depth + 1):
            its = levels.get(above, Level())
            number = counts[above] or its.start
            words = words.replace(f"%{above + 1}", _written(number, "decimal" if level.plain else its.form))
        if level.form == "bullet":
            words = "" if any("\ue000" <= mark <= "\uf8ff" for mark in words) else f"{words} "
        elif words[-1:].isalnum() and not "①" <= words[-1] <= "⑳":
            words += " "
        return words

    def _place(self, properties: etree._Element | None) -> tuple[str, int] | None:
        if properties is None:
            return None
        style = properties.find(f"{W}pStyle")
        inherited = self.styles.get(style.get(f"{W}val", "")) if style is not None else None
        own = properties.find(f"{W}numPr")
        if own is None:
            return inherited
        identifier, depth = own.find(f"{W}numId"), own.find(f"{W}ilvl")
        named = identifier.get(f"{W}val", "") if identifier is not None else inherited[0] if inherited else ""
        return named, _int(depth, inherited[1] if inherited else 0)


def numbers_of(numbering: etree._Element | None, styles: etree._Element | None) -> Numbers:
    """The lists of `word/numbering.xml` and the styles of `word/styles.xml` that use them."""
    abstract: dict[str, dict[int, Level]] = {}
    lists: dict[str, tuple[str, Mapping[int, Level]]] = {}
    for element in () if numbering is None else numbering.iterfind(f"{W}abstractNum"):
        levels = {_attribute(level, "ilvl"): _level(level) for level in element.iterfind(f"{W}lvl")}
        abstract[element.get(f"{W}abstractNumId", "")] = levels
    for element in () if numbering is None else numbering.iterfind(f"{W}num"):
        target = element.find(f"{W}abstractNumId")
        behind = target.get(f"{W}val", "") if target is not None else ""
        own = dict(abstract.get(behind, {}))
        overrides = list(element.iterfind(f"{W}lvlOverride"))
        for override in overrides:
            depth = _attribute(override, "ilvl")
            level = override.find(f"{W}lvl")
            of = _level(level) if level is not None else own.get(depth, Level())
            start = override.find(f"{W}startOverride")
            own[depth] = Level(_int(start, of.start), of.form, of.words, of.plain)
        identifier = element.get(f"{W}numId", "")
        # A list that starts anew counts for itself; others over one definition count on together.
        lists[identifier] = (f"num {identifier}" if overrides else f"abstract {behind}", own)
    return Numbers(lists, _styles(styles))


def _styles(root: etree._Element | None) -> dict[str, tuple[str, int]]:
    own: dict[str, tuple[str, int]] = {}
    based: dict[str, str] = {}
    for style in () if root is None else root.iterfind(f"{W}style"):
        name = style.get(f"{W}styleId", "")
        parent = style.find(f"{W}basedOn")
        if parent is not None:
            based[name] = parent.get(f"{W}val", "")
        place = style.find(f"{W}pPr/{W}numPr")
        identifier = place.find(f"{W}numId") if place is not None else None
        if place is not None and identifier is not None:
            own[name] = (identifier.get(f"{W}val", ""), _int(place.find(f"{W}ilvl"), 0))
    found = dict(own)
    for name in based:
        ancestor = name
        for _ in range(_MOST_STYLES):
            if ancestor in own or ancestor not in based:
                break
            ancestor = based[ancestor]
        if ancestor in own:
            found[name] = own[ancestor]
    return found


def _level(element: etree._Element) -> Level:
    words = element.find(f"{W}lvlText")
    form = element.find(f"{W}numFmt")
    return Level(
        start=_int(element.find(f"{W}start"), 1),
        form=form.get(f"{W}val", "decimal") if form is not None else "decimal",
        words=words.get(f"{W}val", "") if words is not None else "",
        plain=element.find(f"{W}isLgl") is not None,
    )


def _attribute(element: etree._Element, name: str) -> int:
    value = element.get(f"{W}{name}", "")
    return int(value) if value.isdecimal() and len(value) < 6 else 0


def _int(element: etree._Element | None, otherwise: int) -> int:
    value = element.get(f"{W}val", "") if element is not None else ""
    return int(value) if value.isdecimal() and len(value) < 6 else otherwise


# --- how a number is written ------------------------------------------------------------------------------------


def chinese(number: int, digits: str = _DIGITS, ten: str = "十", hundred: str = "百", thousand: str = "千") -> str:
    """A number in words: 12 -> 十二, 105 -> 一百〇五.

    >>> chinese(12), chinese(20), chinese(105)
    ('十二', '二十', '一百〇五')
    """
    if number >= 10_000:
        return str(number)
    words = ""
    rest = number
    for size, unit in ((1000, thousand), (100, hundred), (10, ten)):
        count, rest = divmod(rest, size)
        if count:
            words += ("" if size == 10 and count == 1 and not words else digits[count]) + unit
        elif words and rest and not words.endswith(digits[0]):
            words += digits[0]
    return words + (digits[rest] if rest or not words else "")


def _roman(number: int) -> str:
    words = ""
    for size, mark in (
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
        (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ):  # fmt: skip
        count, number = divmod(number, size)
        words += mark * count
    return words


def _letter(number: int) -> str:
    return chr(ord("A") + (number - 1) % 26) * min((number - 1) // 26 + 1, 8)


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if 1 <= number <= 20 else str(number)


_FORMS: Mapping[str, Callable[[int], str]] = {
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "ideographDigital": lambda number: "".join(_DIGITS[int(digit)] for digit in str(number)),
    "chineseLegalSimplified": lambda number: chinese(number, _FORMAL, "拾", "佰", "仟"),
    "ideographTraditional": lambda number: _STEMS[(number - 1) % 10],
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalZero": lambda number: f"{number:02d}",
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letter,
    "lowerLetter": lambda number: _letter(number).lower(),
    "none": lambda _: "",
}


def _written(number: int, form: str) -> str:
    return _FORMS.get(form, str)(number)
