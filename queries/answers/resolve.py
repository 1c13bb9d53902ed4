"""From words to the one thing they mean: one best hit goes on, several are listed, none is guessed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from core.errors import NotFoundError, UsageError
from graph.ontology import ontology
from graph.search import Hit, SearchIndex
from queries.answers.model import Thing

#: How surely a way of finding means the thing itself; hits of the best class present are the candidates.
#: A full name or alias, a part of a name, its spoken short form, its pinyin, all words in the text. The rest is only alike.
_CLASSES: tuple[frozenset[str], ...] = (
    frozenset({"name", "alias"}),
    frozenset({"part"}),
    frozenset({"short"}),
    frozenset({"pinyin", "initials"}),
    frozenset({"text"}),
)
#: Bodies that are not a department of their place.
_OF_A_SORT = re.compile("公司|集团|支队|大队|中队|学校|中学|小学|医院|银行|街道|协会|学会|基金会|超市|酒店")
#: Departments, and words that name a body and no field.
_DEPARTMENT = re.compile("(?:局|委员会|委|办公室|分局)$")
_BODY = re.compile("(?:局|委|办|院|会|部|中心|分局|队|站|所|馆|校|公司|集团|街道|镇|乡|园|处)$")
_BRACKETED = re.compile(r"\(.*?\)|〔.*?〕")
#: The letters of a field that is short for a department (住建, 文旅体); 物业管理 is a field of its own.
_SHORT = 3
_WHOLE_SPELLING = 9.99
_SPELLED_FROM = {"pinyin": 50.0, "initials": 40.0}
_ID = re.compile(r"[a-z]+_[0-9a-f]{32}")
_LISTED = 10


class AmbiguousError(UsageError):
    """More than one thing is meant by the words; `candidates` are the hits, best first."""

    default_code = "AMBIGUOUS"
    http_status = 409

    def __init__(self, text: str, candidates: Sequence[Hit], index: SearchIndex) -> None:
        self.candidates = tuple(candidates)
        lines = "\n".join(f"    {describe(hit, index)}" for hit in self.candidates[:_LISTED])
        more = len(self.candidates) - _LISTED
        tail = f"\n    … {more} more" if more > 0 else ""
        super().__init__(
            f"“{text}”有 {len(self.candidates)} 个可能 | “{text}” may mean {len(self.candidates)}:\n{lines}{tail}",
            remedy="写全名、写标识，或指明地区（jurisdiction）| write the full name or the id, or say the place (jurisdiction)",
        )


def describe(hit: Hit, index: SearchIndex) -> str:
    """A hit in one line: id, what it is, name, place."""
    label = ontology().caption(hit.kind)
    known = f"（{hit.matched}）" if hit.matched and hit.matched != hit.name else ""
    place = index.get(hit.jurisdiction) if hit.jurisdiction else None
    said = (
        f"{place.name} {hit.jurisdiction}" if place is not None and place.kind == "Jurisdiction" else hit.jurisdiction
    )
    return "  ".join(each for each in (hit.id, label, f"{hit.name}{known}", said) if each)


def is_id(words: str) -> bool:
    """Whether words are the id of a node."""
    return _ID.fullmatch(words.strip()) is not None


def resolve(
    index: SearchIndex, text: str, labels: Sequence[str], *, jurisdiction: str = "", text_from: int = 0
) -> Thing:
    """The one thing among `labels` that `text` means; an id means itself.

    With `text_from` the words are those of a question: what only resembles them is not taken (less than so many letters mean nothing
    by standing in a text).

    Raises `AmbiguousError` if several are meant as surely, `NotFoundError` if none is found (the remedy names what is
    alike), `UsageError` for an empty text.
    """
    words = text.strip()
    if not words:
        raise UsageError(
            "没有写名称 | no name is given", remedy="写出要查的名称 | write what you ask about", code="EMPTY"
        )
    if is_id(words):
        return _identified(index, words, labels)
    hits = index.find(words, kinds=tuple(labels), jurisdiction=jurisdiction, limit=50)
    sure = _surest([hit for hit in hits if not _is_deputy(hit, words) and not _is_another(hit, words, text_from)])
    if len(sure) == 1 and text_from and _is_unlike(sure[0], words):
        raise AmbiguousError(words, sure, index)
    if len(sure) == 1:
        return Thing(sure[0].id, sure[0].kind, sure[0].name)
    if sure:
        raise AmbiguousError(words, sure, index)
    raise _not_found(index, words, labels, hits, jurisdiction)


def _is_deputy(hit: Hit, words: str) -> bool:
    """Whether a hit is the post of a deputy, and the words ask for no deputy: 部长 is part of 副部长, and never means it."""
    return hit.kind == "Post" and hit.why not in _CLASSES[0] and "副" in hit.name and "副" not in words


def _is_another(hit: Hit, words: str, text_from: int) -> bool:
    """Whether a hit is another thing than the words: 刘文斌 is not 刘斌, 李军辉 not 李军, and a word in a text is not the thing."""
    if not text_from:
        return False
    if hit.kind == "Person":
        return hit.why in ("text", "short") or (hit.why == "part" and not hit.matched.endswith(words))
    return hit.why == "text" and len(words) < text_from


def _is_unlike(hit: Hit, words: str) -> bool:
    """Whether a body has the words in its name and is of a sort nobody asks for by them: 水务 is not the company 水务投资建设集团; or has them in brackets.

    A field of work is short for a department (住建), and 公交 not for a centre that trades in 公共资源.
    """
    return (
        hit.kind == "Organisation"
        and hit.why in ("part", "short")
        and (
            is_of_another_sort(hit.matched or hit.name, words)
            or _is_aside(hit.matched, words)
            or (
                hit.why == "short"
                and not _BODY.search(words)
                and (len(words) > _SHORT or not _DEPARTMENT.search(hit.name))
            )
        )
    )


def _is_aside(name: str, words: str) -> bool:
    """Whether words stand in the brackets of a name alone: 卫健委(各镇卫生院) is not 镇."""
    plain = unicodedata.normalize("NFKC", name)
    return words in plain and words not in _BRACKETED.sub("", plain)


def is_of_another_sort(name: str, words: str) -> bool:
    """Whether a name is that of a company, a school, a brigade …, and the words ask for none."""
    return _OF_A_SORT.search(name) is not None and not _OF_A_SORT.search(words)


def _surest(hits: Sequence[Hit]) -> list[Hit]:
    for whys in _CLASSES:
        found = [hit for hit in hits if hit.why in whys]
        whole = [hit for hit in found if hit.score >= _SPELLED_FROM.get(hit.why, 0.0) + _WHOLE_SPELLING]
        if found:
            return whole if whole and "pinyin" in whys else found
    return []


def _identified(index: SearchIndex, words: str, labels: Sequence[str]) -> Thing:
    hit = index.get(words)
    if hit is None:
        raise _not_found(index, words, labels, (), "")
    if hit.kind not in labels:
        raise UsageError(
            f"{words} 是{ontology().caption(hit.kind)} | is of kind: {ontology().caption(hit.kind, language='en')}",
            remedy=f"应为 | expected: {', '.join(ontology().caption(each) for each in labels)}",
            code="WRONG-KIND",
        )
    return Thing(hit.id, hit.kind, hit.name)


def _not_found(
    index: SearchIndex, words: str, labels: Sequence[str], hits: Sequence[Hit], jurisdiction: str
) -> NotFoundError:
    kinds = "、".join(ontology().caption(each) for each in labels)
    place = f"（{jurisdiction}）" if jurisdiction else ""
    if hits:
        alike = "\n".join(f"    {describe(hit, index)}" for hit in hits[:5])
        remedy = f"相近的有 | alike:\n{alike}"
    else:
        remedy = "用 search 查找，或先载入文件 | look with search, or load its papers first"
    return NotFoundError(f"没有找到{kinds}“{words}”{place} | nothing found by the name “{words}”", remedy=remedy)
