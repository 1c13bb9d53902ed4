"""What becomes of bodies and groups: renamed, merged, split, their duties moved, ended - the table `lineage`.

Rules: `lineage/renamed` (甲更名为乙), `lineage/merged` (将甲、乙合并，组建丙; 甲并入乙; 整合甲、乙的职责，组建丙 where they are not kept),
`lineage/split` (甲分设为乙、丙), `lineage/moved` (将甲的…职责划入乙), `lineage/ended` (撤销甲, 不再保留甲). Source: papers on
institutional reform (机构改革方案, 机构调整的通知) and on coordinating bodies. Both sides must be bodies by their names: a step of
an office's work that is merged is none. The day is the printed one from which the bodies work under their new names,
else the signature's. An ended group stands in `groups` already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.statements import Lineage
from loaders.gazette import groups, lists
from loaders.gazette.dates import day_of
from loaders.gazette.notice import Notice
from loaders.gazette.persons import is_unit
from loaders.readers.paper import Passage

_WORDS = re.compile("更名|改名|名称|合并|整合|并入|分设|拆分|分立|划入|划归|划转|移交|转隶|撤销|不再保留|取消")
#: What a notice is about whose sentences on ending bodies and moving duties are acts, not plans.
_REFORM = re.compile(r"机构|改革|撤销|更名|合并|整合|取消|职责|职能|编制|划转|名称|设立|组建|协调")
_NEW = r"(?P<new>[^,。;:()]{3,60})"
_OLD = r"(?P<old>[^。;:]{3,200}?)"
_RENAMED = re.compile(
    rf"{_OLD}(?P<each>分别)?(?:正式|统一|相应)?(?:更名|改名|(?:名称)?变更(?:名称)?|名称调整|更改名称)为{_NEW}"
)
_MERGED = re.compile(
    rf"{_OLD}(?:进行|予以|整体)?(?:合并|整合|归并)[,]?(?:后)?(?:重新|共同)?(?:组建|成立|设立|重组|组成|更名)?(?:为|成)?(?:新的)?{_NEW}"
)
_TAKEN_IN = re.compile(rf"{_OLD}(?:整体|成建制)?(?:并入|合并(?:到|至|入)){_NEW}")
_PUT_TOGETHER = re.compile(rf"整合{_OLD}(?:等)?(?:的)?(?:相关)?(?:职责|职能)[,]?(?:组建|成立|设立)(?:新的)?{_NEW}")
_SPLIT = re.compile(rf"{_OLD}(?:分设|拆分|分立|拆分设立)(?:为|成){_NEW}")
_MOVED = re.compile(
    r"(?P<old>[^,。;:]{3,60}?)(?:的|承担的|负责的|所承担的)(?P<matter>[^,。;:]{0,60}?(?:职责|职能|工作|业务|事项))(?:等)?(?:整体|统一|一并|全部)?"
    rf"(?:划入|划归|划转(?:至|到|给|入)|移交(?:给|至|到)?|转隶(?:至|到)?){_NEW}"
)
_ENDED = re.compile(
    r"(?<![\u4e00-\u9fff])(?:并|同时|决定|予以|相应|现)*(?:撤销|不再保留|取消|不再设立)(?!了)(?P<old>[^。;:]{3,200})"
)
_LEAD = re.compile(
    r"^(?:.*[,:])?\s*(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、])?\s*"
    r"(?:(?:经[^,]{2,40})?(?:会议|政府|党委|编委|研究)*(?:决定|同意|批准)|现|原则同意)?(?:对|将|把|以|由)?(?:原)?"
)
_ORDINAL = re.compile(r"\s*(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、])\s*")
_OPEN = re.compile(
    r"拟|(?:请|可|可以)研究|研究(?:提出|制定|论证)|^\s*如(?!下)|推动|推进|探索|争取|可以|可将|如需|若|凡|应当|鼓励|支持|逐步|曾|已于|已经"
)
_FROM_NAME = re.compile(r"(?:名称)?由(?:原)?(?=[^由]{3,40}$)")
_SINCE = re.compile(
    r"(?:上述|以上|调整后的|新组建的|有关|各)?[^。]{0,16}?自(?P<day>\d{4}年\d{1,2}月\d{1,2}[日号])起[^。]{0,24}(?:运行|履行|履职|行使|启用|施行|执行|使用|承担|挂牌)"
)
_TAIL = re.compile(
    r"(?:的?(?:相关)?(?:职责|职能|牌子|机构|建制)|等(?:机构|单位|部门)?|[一二两三四五六七八九十\d]{1,2}(?:个)?(?:机构|单位|部门|家))+$"
)
_LONGEST = 1200


@dataclass(frozen=True, slots=True)
class _Change:
    """What became of one body, and the words that say so: `text[start:end]` of their passage."""

    kind: str
    rule: str
    former: str
    start: int
    end: int
    later: str = ""
    matter: str = ""


def read(notice: Notice) -> Iterator[Lineage]:
    """What a notice says became of bodies, one row a former and a later body, in printed order."""
    if notice.kind != "notice":
        return
    first, last = notice.lines[0].start, notice.lines[-1].end
    if not _WORDS.search(notice.paper.folded, first, last):
        return
    reform = bool(_REFORM.search(notice.heading))
    day = _day(notice)
    kept = set(_not_kept(notice)) if reform else set()
    seen: set[tuple[str, str, str]] = set()
    gone: set[str] = set()
    late: list[tuple[Passage, _Change]] = []
    found: list[tuple[Passage, _Change]] = []
    for passage in notice.body:
        if "\t" in passage.text or len(passage.text) > _LONGEST or not _WORDS.search(passage.text):
            continue
        for low, high in _sentences(passage.text):
            for change in _changes(passage, low, high, reform, kept):
                (late if change.kind == "撤销" else found).append((passage, change))
                if change.kind in ("更名", "合并", "分设"):
                    gone.add(change.former)
    found.extend((passage, change) for passage, change in late if change.former not in gone)
    for passage, change in sorted(found, key=lambda item: (item[0].start, item[1].start)):
        key = (change.kind, change.former, change.later)
        if key in seen or change.former == change.later:
            continue
        seen.add(key)
        yield Lineage(
            source=notice.source(
                passage, change.start, change.end, rule=change.rule, confidence=0.95 if reform else 0.85
            ),
            kind=change.kind,
            from_=change.former,
            to=change.later,
            matter=change.matter,
            date=day,
        )


def _changes(passage: Passage, low: int, high: int, reform: bool, not_kept: set[str]) -> list[_Change]:
    """What one sentence says became of bodies; duties that move, and bodies that end, are read in papers on a reform alone."""
    numbered = _ORDINAL.match(passage.text, low, high)
    low = numbered.end() if numbered else low
    found = _renamed(passage, low, high) or _merged(passage, low, high, not_kept) or _split(passage, low, high)
    if found or not reform:
        return found
    ended = (_Change("撤销", "lineage/ended", *one) for one in _ended(passage, low, high))
    return [*_moved(passage, low, high), *ended]


def _renamed(passage: Passage, low: int, high: int) -> list[_Change]:
    """`甲局更名为乙局`; of several bodies only where each has its new name (分别更名为)."""
    match = _RENAMED.match(passage.text, low, high)
    if match is None:
        return []
    former, later = _bodies(passage, *match.span("old")), _bodies(passage, *match.span("new"))
    if len(former) != len(later) or (len(former) > 1 and not match["each"]):
        return []
    pairs = zip(former, later, strict=True)
    return [_Change("更名", "lineage/renamed", one, low, match.end(), other) for one, other in pairs]


def _merged(passage: Passage, low: int, high: int, not_kept: set[str]) -> list[_Change]:
    """`甲局、乙局合并组建丙局`, `甲局并入乙局`, `将甲局的职责整合，组建乙局`."""
    text = passage.text
    for pattern in (_TAKEN_IN, _PUT_TOGETHER, _MERGED):
        match = pattern.search(text, low, high) if pattern is _PUT_TOGETHER else pattern.match(text, low, high)
        if match is None:
            continue
        former, later = _bodies(passage, *match.span("old")), _bodies(passage, *match.span("new"))
        if not former or not later or (pattern is _MERGED and len(former) < 2):
            continue
        # Duties put together end a body only where the paper says it is not kept.
        ends = pattern is not _PUT_TOGETHER and not text[: match.end("old")].rstrip().endswith(("职责", "职能"))
        stretch = low, match.end(), later[0]
        return [
            _Change("合并", "lineage/merged", one, *stretch)
            if ends or one in not_kept
            else _Change("划转", "lineage/moved", one, *stretch, "职责")
            for one in former
        ]
    return []


def _split(passage: Passage, low: int, high: int) -> list[_Change]:
    """`甲局分设为乙局、丙局`."""
    match = _SPLIT.match(passage.text, low, high)
    if match is None:
        return []
    former, later = _bodies(passage, *match.span("old")), _bodies(passage, *match.span("new"))
    if len(former) != 1 or len(later) < 2:
        return []
    return [_Change("分设", "lineage/split", former[0], low, match.end(), other) for other in later]


def _moved(passage: Passage, low: int, high: int) -> list[_Change]:
    """`将甲局的…职责划转乙局`."""
    match = _MOVED.match(passage.text, low, high)
    if match is None:
        return []
    former, later = _bodies(passage, *match.span("old")), _bodies(passage, *match.span("new"))
    matter = passage.printed(*match.span("matter"))
    return [
        _Change("划转", "lineage/moved", one, low, match.end(), other, matter) for one in former for other in later[:1]
    ]


def _ended(passage: Passage, low: int, high: int) -> Iterator[tuple[str, int, int]]:
    for match in _ENDED.finditer(passage.text, low, high):
        stop = match.end()
        comma = re.search(r",(?=[^,]{0,8}(?:其|由|职责|原|相关|设立|组建))", passage.text[match.start("old") : stop])
        stop = match.start("old") + comma.start() if comma else stop
        for name in _bodies(passage, match.start("old"), stop):
            if not groups.kind_of(name) or name.endswith("委员会"):
                yield name, match.start(), stop


def _not_kept(notice: Notice) -> Iterator[str]:
    """The bodies the notice says are not kept."""
    for passage in notice.body:
        if "不再保留" in passage.text or "撤销" in passage.text:
            for low, high in _sentences(passage.text):
                yield from (name for name, _, _ in _ended(passage, low, high))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Stretches between full stops and semicolons that say what is done, not what may be."""
    for low, high in lists.split(text, 0, len(text), marks="。;"):
        words = text[low:high]
        if _WORDS.search(words) and not _OPEN.search(words[:40]):
            yield low, high


def _bodies(passage: Passage, low: int, high: int) -> list[str]:
    """The bodies a stretch lists; none if it lists anything else besides."""
    text = passage.text
    lead = _LEAD.match(text[low:high])
    low += lead.end() if lead else 0
    tail = _TAIL.search(text[low:high])
    high = low + tail.start() if tail else high
    named = _FROM_NAME.search(text[low:high])
    low += named.end() if named else 0
    found = []
    for item in lists.items(text, low, high):
        name = passage.printed(item.start, item.end)
        if name.startswith("原") and len(name) > 4:
            name = name[1:]
        if not _is_body(name):
            return []
        found.append(name)
    return found


def _is_body(name: str) -> bool:
    if not 3 <= len(name) <= 40 or name.startswith(("各", "有关", "相关", "其", "该", "本")):
        return False
    if groups.kind_of(name) and not groups.is_generic(name):
        return True
    return lists.is_body(name) and is_unit(name)


def _day(notice: Notice) -> str:
    """The day from which the bodies work as changed, else the signature's."""
    for passage in notice.body:
        if "起" in passage.text and (match := _SINCE.search(passage.text)):
            return day_of(match["day"])
    return notice.signed_date
