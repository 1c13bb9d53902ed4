"""What a sentence of a division takes off a desk (`不再分管甲、乙`), and where what it puts on one begins.

不再 governs its verb, and with it each verb that `、` or 和 joins to it. Behind a comma or semicolon a verb of charge, or
persons with one, begin anew, and 改为, 转为, 增加 begin anew anywhere: `不再分管甲,联系乙` has 乙 on the desk, `不再分管甲、
联系乙` has not. `改由Y分管`, `该项工作由Y负责` behind it hand on to Y what has just been ended. An ending is no row of the division, which
says what is on a desk; what it takes off one is given out apart (`divisions_discharges`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from loaders.gazette.divisions_objects import Charge
from loaders.gazette.divisions_verbs import BY, RELATIONS, VERB, chain, first_verb, opens_with_verb, verb_at

#: 暂不再, 原则上不再: not for good, or not plainly.
_NO_MORE = re.compile(r"(?P<unsure>暂时?|临时|原则上|一般)?(?:不再(?P<by>由)?|停止$)")
_ANEW = re.compile(r"\s*(?:同时)?(?:改为|转为|转而|改任|增加|新增)")
_HANDED_ON = re.compile(
    r"(?:改|转|现|今后|均|都|分别)?|(?:(?:该|此|这|上述|以上|相关|有关|其)(?:项|些|几项|两项|单位|部门|两个单位)?(?:所?原?分管|所?原?联系|所?原?负责|原承担)?的?(?:工作|单位|部门|事务|业务|事项)?)(?:调整为|改|转)?"
)


#: Words between 不再 and its verb that leave it what it says; others take back a part only (不再具体负责).
_STILL_WHOLE = re.compile(r"(?:同志|直接|继续|同时|兼|再|\s)*")


@dataclass(frozen=True, slots=True)
class Ending:
    """One 不再: where it stands, the list it ends if one can be told, and by which verb (none: by any).

    `by` is who loses it if the clause says so itself (`甲局不再由X分管`); `sure` is that all of the list is ended as a whole.
    """

    place: int
    span: tuple[int, int] | None = None
    relation: str = ""
    by: tuple[int, int] | None = None
    sure: bool = True


@dataclass(slots=True)
class Endings:
    """What the sentence has ended so far: `spans` are lists of objects, `open` while the list may go on.

    `begun` is how sure it is that what follows has begun instead; 0 before anything has. `last` is the ending whose list
    may go on; None if what stands in between might be anything.
    """

    open: bool = False
    spans: list[tuple[int, int]] = field(default_factory=list)
    begun: float = 0.0
    last: Ending | None = None

    def end(self, ending: Ending) -> None:
        """Something has ended, and its list may go on."""
        self.open, self.last = True, ending if ending.span and ending.sure and not ending.by else None
        self.spans.extend([ending.span] if ending.span else [])

    def close(self, begun: float) -> None:
        """Something else has begun: nothing that follows is ended, or handed on."""
        self.open, self.begun, self.last = False, begun, None
        self.spans.clear()

    def after(self, charge: Charge) -> Charge:
        """A charge that has begun in place of what ended, as the rule for it gives it; one that ends stays as it is."""
        if charge.ends:
            return charge
        return replace(charge, rule="portfolio/changed", confidence=min(charge.confidence, self.begun))


def ended(text: str, low: int, high: int) -> Ending | None:
    """What a clause ends; None if it ends nothing."""
    place = first_verb(text, low, high)
    found = list(_NO_MORE.finditer(text, low, place)) if place >= 0 else []
    if not found:
        return None
    place, match = found[0].start(), found[-1]  # `不再担任组长，也不再分管甲`
    sure = match["unsure"] is None
    if match["by"]:
        by = BY.match(text, match.start("by"), high)
        if by is None:
            return Ending(place, (low, match.start()), sure=False)
        sure = sure and _STILL_WHOLE.fullmatch(text, by.end("who"), by.start("verb")) is not None
        return Ending(place, (low, match.start()), RELATIONS[by["verb"]], by.span("who"), sure)
    verb = verb_at(text, match.end(), high)
    if verb is None:
        return Ending(place)
    begin = max(verb.start("charge"), verb.start("assist"))
    return _of_verb(text, place, verb, high, sure and _STILL_WHOLE.fullmatch(text, match.end(), begin) is not None)


def _of_verb(text: str, place: int, verb: re.Match[str], high: int, sure: bool) -> Ending:
    """`不再分管甲`, `不再协助X分管甲`, `不再协助分管甲` (协管), `不再分管联系甲` (by any verb)."""
    charge: re.Match[str] | None = verb
    helps = False
    if verb["assist"]:
        start = first_verb(text, verb.end(), high)
        charge = VERB.match(text, start, high) if start >= 0 else None
        helps = start == verb.end()
    if charge is None or not charge["charge"]:
        return Ending(place)
    end, relation, confidence = chain(text, charge.end(), high, RELATIONS[charge["charge"]])
    if helps:
        relation = "协管" if relation == "分管" else "协助"
    return Ending(place, (end, high), relation if confidence == 1 else "", sure=sure)


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
