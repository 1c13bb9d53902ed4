"""待调整文件: which papers people's moves have made stale, paper by paper, and which papers did it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from core.settings import Language
from graph.days import checked_day, today
from graph.stores.store import Row
from queries.answers.model import Answer, Coded, Evidence, Thing
from queries.answers.rows import maps, text, texts
from queries.answers.sheets import Line, Sheet, Words
from queries.answers.words import evidence, reach
from queries.library import Library

QUERY = "documents/stale"
_MOST = 10_000
#: Acts on a group that print no list of members, so no seat stands in their papers.
_NO_LIST = frozenset({"保留", "撤销", "不再保留", "解散", "终止"})


@dataclass(frozen=True, slots=True)
class Item:
    """One seat or task of a paper that no longer fits. `because` are the numbers of the papers that made it so."""

    kind: str
    severity: Coded
    explanation: str
    explanation_en: str
    since: str
    because: tuple[str, ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StalePaper:
    """One paper with what in it is to be adjusted."""

    document: Thing
    number: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StalePapers(Answer):
    """The papers to be adjusted on a day, those with most to adjust first."""

    papers: tuple[StalePaper, ...]


def stale_papers(library: Library, *, on: str = "", jurisdiction: str = "") -> StalePapers:
    """The papers to be adjusted on a day (default: today) in a place. Raises `InputError` for a day that is none."""
    day = checked_day(on) if on else today()
    rows = library.rows(QUERY, on=day, jurisdiction=jurisdiction, limit=_MOST)
    words = evidence(library, (each for row in rows for each in texts(row, "evidence")))
    known = {each.id: each for each in words}
    found: dict[Thing, list[Item]] = defaultdict(list)
    numbers: dict[Thing, str] = {}
    for row in rows:
        paper = _paper(row, day)
        if paper is not None:
            document = Thing(text(paper, "id"), "Document", text(paper, "name"))
            numbers[document] = text(paper, "number")
            found[document].append(_item(row, document, known))
    order = sorted(found, key=lambda each: (-len(found[each]), numbers[each], each.id))
    return StalePapers(
        queries=(QUERY,),
        subject=Thing(jurisdiction, "Jurisdiction", jurisdiction),
        on=day,
        evidence=words,
        reach=reach(library, words),
        papers=tuple(StalePaper(each, numbers[each], tuple(found[each])) for each in order),
    )


def stale_sheet(answer: StalePapers, language: Language) -> Sheet:
    """The papers as one table, a line an item, paper after paper."""
    words = Words(language)
    lines = [
        Line(
            (paper.number or paper.document.name, words.say(item.explanation, item.explanation_en), item.since,
             "、".join(item.because)),
            item.evidence,
        )
        for paper in answer.papers for item in paper.items
    ]  # fmt: skip
    facts = [
        (
            paper.number or paper.document.name,
            words.say(f"{len(paper.items)} 处待调整", f"{len(paper.items)} to adjust"),
        )
        for paper in answer.papers
    ]
    columns = (("文件", "paper"), ("待调整之处", "what"), ("自", "since"), ("因何文件", "because of"))
    note = "" if lines else words.say("没有待调整的文件。", "No paper is to be adjusted.")
    return words.sheet(answer, words.say("待调整文件", "Papers to be adjusted"), facts, columns, lines, (note,))


def _paper(row: Row, on: str) -> Row | None:
    """The paper that prints the task, or the last list of the group by that day."""
    lists = [each for each in maps(row, "acts") if text(each, "action") not in _NO_LIST and text(each, "day") <= on]
    candidates = lists or maps(row, "documents")
    return max(candidates, key=lambda each: (text(each, "day"), text(each, "id")), default=None)


def _item(row: Row, document: Thing, known: dict[str, Evidence]) -> Item:
    ids = texts(row, "evidence")
    others = [known[each] for each in ids if each in known and known[each].document != document.id]
    return Item(
        kind=text(row, "kind"),
        severity=Coded.of("severity", text(row, "severity")),
        explanation=text(row, "explanation"),
        explanation_en=text(row, "explanation_en"),
        since=text(row, "valid_from"),
        because=tuple(dict.fromkeys(each.number or each.title for each in others)),
        evidence=ids,
    )
