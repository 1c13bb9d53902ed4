"""Bodies that running text names with what happens to them: founded, adjusted, renamed, put together, ended or kept.

Each verb has its form of a sentence, which is looked for only where the passage holds such a verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.gazette.groups import (
    ADJUSTED,
    AFTER_NAME,
    AND_OTHERS,
    KIND_END,
    KIND_LETTERS,
    KIND_WORD,
    RENAMED,
    RENAMES,
    Named,
    is_generic,
    names_in,
    printed_name,
    split_names,
)
from loaders.gazette.groups_teams import MEASURES
from loaders.readers.paper import Passage

#: `指挥部下设办公室和三个工作组`: an office beside its teams begins no name.
_OFFICE_AND = re.compile(r"(?:综合|日常)?办公室(?:以及|和|及|与|并)")
_FOUNDED = re.compile(
    r"(?P<verb>成立|组建|设立|建立|增设|(?<=[组部会委班指办;。])下设)(?:了|起)?(?P<led>(?:由|以)[^。;:]{2,240}?的|[^,。;:、]{4,40}?[为任](?:组长|总指挥|指挥长|召集人)的)?"
    rf"(?P<name>[“\"]?[^,。;:!?()、\s“”\"]{{0,40}}?(?:[“\"][^“”\"。]{{1,20}}[”\"])?[^,。;:!?()、“”\"]{{0,40}}?(?:{KIND_WORD})){AFTER_NAME}"
)
_CHANGED = re.compile(
    rf"(?:对|将|调整|充实|增补|变更|更新|公布)(?P<name>[^,。;:!?]{{2,160}}?(?:{KIND_WORD}|[河湖林田路链山]长制(?:工作)?办公室)){ADJUSTED}(?:等[^。;,:]{{0,16}})?"
    r"(?:(?:作|进行|予以|做)(?:了)?(?:如下|相应|适当|部分|充实|以下)?(?:的)?(?:调整|充实|增补|变更)|调整如下|调整(?=[。,:])|公布如下|予以公布)"
)
_MERGED = re.compile(
    rf"将?(?P<old>[^。;:]{{4,160}}?(?:{KIND_WORD}))(?:合并|整合)(?:组建|成立|设立)?(?:为|成)(?P<name>[^,。;:()]{{2,50}}?(?:{KIND_WORD}))"
)
_ENDED = re.compile(
    rf"(?P<verb>撤销|取消|不再保留|同时撤销)(?!了)(?P<name>[^。;:]{{2,300}}?(?:{KIND_WORD}))(?=[。;,:]|$|等)"
    rf"|(?P<kept>保留)(?P<stay>[^。;:]{{2,300}}?(?:{KIND_WORD}))(?=[。;,:]|$|等)"
    rf"|(?P<self>[^,。;:]{{2,60}}?(?:{KIND_WORD}))(?:同时|即行|自然|自行|相应|予以){{0,2}}(?:撤销|不再保留|取消)(?=[。;,:]|$)"
)
#: `任务完成后领导小组自行撤销`: the same without its comma.
_WHEN_DONE = re.compile("^.{2,16}?(?:后|时|之日)(?=.)")
#: The verbs of the sentences above, of which a passage must hold one.
_ENDS = re.compile("撤销|取消|保留")
_FOUNDS = re.compile("成立|组建|设立|建立|增设|下设")
_CHANGES = re.compile("调整|充实|增补|变更|公布")
_OTHERS = re.compile(
    r"(?:各[^,。;]{0,24}|[应须要]|应当|需要|必须|已|已经|曾|可|可以|分别|如|若|凡|未|拟|推动|可根据[^,。;]{0,12}|是否)$"
)
_BEFORE = 30  # letters before a verb that may say it is another's


def from_sentences(passage: Passage) -> Iterator[Named]:
    """Bodies a passage founds, adjusts, renames, merges, ends or keeps."""
    text = passage.text
    if KIND_LETTERS.search(text) is None:
        return
    if RENAMES.search(text):
        for match in RENAMED.finditer(text):
            yield _under_new_name(
                passage, match, "更名", match["old"].removeprefix("决定").removeprefix("将").removeprefix("原")
            )
    if "合并" in text or "整合" in text:
        for match in _MERGED.finditer(text):
            yield _under_new_name(passage, match, "合并", match["old"])
    if _ENDS.search(text):
        yield from _ended(passage)
    if _FOUNDS.search(text) and MEASURES.match(text) is None:
        yield from _founded(passage)
    if _CHANGES.search(text):
        yield from _changed(passage)


def _under_new_name(passage: Passage, match: re.Match[str], action: str, old: str) -> Named:
    """The body that one or several others became."""
    low, high = match.span("name")
    return Named(printed_name(passage, low, high), "sentence", passage, low, high, action, former=tuple(names_in(old)))


def _founded(passage: Passage) -> Iterator[Named]:
    """Bodies that the paper itself founds: `成立由甲任组长的…领导小组`."""
    for match in _FOUNDED.finditer(passage.text):
        low, high = match.span("name")
        name = printed_name(passage, low, high)
        if not _is_founded_elsewhere(passage.text, match, name):
            led = match.span("led") if match["led"] else None
            yield Named(name, "sentence", passage, low, high, "成立", led=led, confidence=0.9)


def _is_founded_elsewhere(text: str, match: re.Match[str], name: str) -> bool:
    """Whether others found the body, or may, or several are meant, or it is the day on which one was founded."""
    return bool(
        _OTHERS.search(text[max(0, match.start() - _BEFORE) : match.start()])
        or _OFFICE_AND.match(name)
        or "×" in name + match["name"]
        or AND_OTHERS.match(text, match.end("name"))
        or text[match.end() : match.end() + 1] == "时"
    )


def _changed(passage: Passage) -> Iterator[Named]:
    """Bodies whose roster is adjusted: `对甲领导小组、乙领导小组成员进行调整`."""
    for match in _CHANGED.finditer(passage.text):
        words = match["name"]
        skip = words.rfind("对") + 1  # 根据人事调整…决定对X…进行调整
        begin, words = match.start("name") + skip, words[skip:]
        for low, high in split_names(words):
            if KIND_END.search(words[low:high]) or words.endswith("办公室"):
                name = printed_name(passage, begin + low, begin + high)
                yield Named(name, "sentence", passage, begin + low, begin + high, "调整")


def _ended(passage: Passage) -> Iterator[Named]:
    """Bodies that are ended, or kept."""
    for match in _ENDED.finditer(passage.text):
        group = "name" if match["verb"] else "stay" if match["kept"] else "self"
        action = "保留" if group == "stay" else "撤销"
        begin = match.start(group)
        for low, high in split_names(match[group]):
            words = match[group][low:high]
            if KIND_END.search(words) and not is_generic(_WHEN_DONE.sub("", words)):
                yield Named(
                    printed_name(passage, begin + low, begin + high),
                    "sentence",
                    passage,
                    begin + low,
                    begin + high,
                    action,
                )
