"""What a sentence of a division takes off a desk (`不再分管甲、乙`), and where what it puts on one begins.

不再 governs its verb, and with it each verb that `、` or 和 joins to it. Behind a comma or semicolon a verb of charge, or
persons with one, begin anew, and 改为, 转为, 增加 begin anew anywhere: `不再分管甲,联系乙` has 乙 on the desk, `不再分管甲、
联系乙` has not. `改由Y分管`, `该项工作由Y负责` behind it hand on to Y what has just been ended. An ending is no row of its own: a
division says what is on a desk.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from loaders.gazette.divisions_objects import Charge
from loaders.gazette.divisions_verbs import AT_VERB, VERB, first_verb, opens_with_verb

_NO_MORE = re.compile(r"不再(?P<by>由)?|停止$")
_ANEW = re.compile(r"\s*(?:同时)?(?:改为|转为|转而|改任|增加|新增)")
_HANDED_ON = re.compile(
    r"(?:改|转|现|今后|均|都|分别)?|(?:(?:该|此|这|上述|以上|相关|有关|其)(?:项|些|几项|两项|单位|部门|两个单位)?(?:所?原?分管|所?原?联系|所?原?负责|原承担)?的?(?:工作|单位|部门|事务|业务|事项)?)(?:调整为|改|转)?"
)


@dataclass(slots=True)
class Endings:
    """What the sentence has ended so far: `spans` are lists of objects, `open` while the list may go on.

    `begun` is how sure it is that what follows has begun instead; 0 before anything has.
    """

    open: bool = False
    spans: list[tuple[int, int]] = field(default_factory=list)
    begun: float = 0.0

    def close(self, begun: float) -> None:
        """Something else has begun: nothing that follows is ended, or handed on."""
        self.open, self.begun = False, begun
        self.spans.clear()

    def after(self, charge: Charge) -> Charge:
        """A charge that has begun in place of what ended, as the rule for it gives it."""
        return replace(charge, rule="portfolio/changed", confidence=min(charge.confidence, self.begun))


def ended(text: str, low: int, high: int) -> tuple[int, tuple[int, int] | None] | None:
    """Where 不再 stands in a clause, and the list it ends if one can be told; None if the clause ends nothing."""
    place = first_verb(text, low, high)
    match = _NO_MORE.search(text, low, place) if place >= 0 else None
    if match is None:
        return None
    if match["by"]:  # `甲局不再由X分管`
        return match.start(), (low, match.start())
    verb = AT_VERB.match(text, match.end(), high)
    if verb is None:
        return match.start(), None
    if verb["assist"]:  # `不再协助X分管甲`
        place = first_verb(text, verb.end(), high)
        verb = VERB.match(text, place, high) if place >= 0 else None
    return match.start(), (verb.end(), high) if verb else None


def begins_anew(text: str, low: int, high: int) -> float:
    """How sure it is that a clause behind an ended list puts something on a desk, or ends something again."""
    if _ANEW.match(text, low, high):
        return 1.0
    before = low
    while before and text[before - 1].isspace():
        before -= 1
    if text[max(0, before - 1) : before] not in (",", ";"):
        return 0.0
    if opens_with_verb(text, low, high):
        return 0.8  # one might mean 不再 to reach over the comma
    return 1.0 if first_verb(text, low, high) > low else 0.0


def handed_on(charge: Charge) -> Charge:
    """A charge whose objects are those that another has lost."""
    return replace(charge, rule="portfolio/handed-on")


def hands_on(text: str, low: int, high: int) -> bool:
    """Whether the words before 由 stand for what has just been ended: none, 改, 该项工作, 其原分管的工作."""
    return _HANDED_ON.fullmatch(text, low, high) is not None
