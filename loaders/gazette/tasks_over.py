"""Labels that stand over the items they are for: `责任单位：县交通局` / `责任人：张三` over `1.修路。` / `2.架桥。`.

Most papers print labels below an item, and there a label belongs to what stands above it. A paper that prints them over the
items begins with labels and ends with items, and has items right below every group of labels; nothing else is read so.
Sources: lists of tasks by unit (按责任单位分解的任务清单).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from loaders.gazette.headings import mark_of
from loaders.readers.paper import Passage

_ITEM = 2  # level from which on a number marks an item, not a chapter
_FEWEST = 2  # groups of labels by which the order is told


def labels_behind(body: Sequence[Passage], is_label: Callable[[Passage], bool]) -> tuple[Passage, ...]:
    """The passages, with the labels over a group of items put behind each of them where the paper prints labels first."""
    if not any(":" in passage.text for passage in body) or not _begins_with_label(body, is_label):
        return tuple(body)
    kinds = [_kind(passage, is_label) for passage in body]
    told = [kind for kind in kinds if kind in ("label", "item")]
    groups = [at for at, kind in enumerate(kinds) if kind == "label" and (at == 0 or kinds[at - 1] != "label")]
    if len(groups) < _FEWEST or told[-1] != "item":
        return tuple(body)
    if any(_behind(kinds, at) != "item" for at in groups):
        return tuple(body)
    found: list[Passage] = []
    labels: list[Passage] = []
    item: list[Passage] = []
    for at, (passage, kind) in enumerate(zip(body, kinds, strict=True)):
        if kind == "words" and item:
            item.append(passage)
            continue
        if item:
            found.extend((*item, *labels))
            item = []
        if kind == "label":
            labels = [*labels, passage] if at and kinds[at - 1] == "label" else [passage]
        elif kind == "item":
            item = [passage]
        else:
            labels = labels if kind == "words" else []
            found.append(passage)
    return (*found, *item, *(labels if item else ()))


def _begins_with_label(body: Sequence[Passage], is_label: Callable[[Passage], bool]) -> bool:
    """Whether the first label stands over the first item; the rest of most papers need not be asked then."""
    kinds = (_kind(passage, is_label) for passage in body)
    return next((kind for kind in kinds if kind in ("label", "item")), "") == "label"


def _kind(passage: Passage, is_label: Callable[[Passage], bool]) -> str:
    if "\t" in passage.text:
        return "row"
    mark = mark_of(passage)
    if mark is None:
        return "label" if is_label(passage) else "words"
    return "item" if mark.level >= _ITEM else "chapter"


def _behind(kinds: Sequence[str], at: int) -> str:
    """What stands behind a group of labels."""
    return next((kind for kind in kinds[at:] if kind != "label"), "")
