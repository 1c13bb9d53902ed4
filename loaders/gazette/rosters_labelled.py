"""Lines of a roster that say which list begins: with a label, with several, without a colon, or with whom a list adds or takes away.

Each reader takes a line into the walk over a block, and says whether the line was one of its kind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from loaders.gazette.persons import Mention, is_crowd, is_name, is_title, read_mentions
from loaders.gazette.rosters_entries import lead_end, names_in_columns
from loaders.gazette.rosters_glued import heading_behind, helpers_below
from loaders.gazette.rosters_labels import OF_HOUSE, Label, inner_labels, labels_of, own_label, spaced_label
from loaders.gazette.rosters_openings import chosen_below, is_announced, label_below, tell_change, with_acts
from loaders.gazette.rosters_parts import glued_labels
from loaders.gazette.rosters_roles_behind import roles_behind
from loaders.gazette.rosters_seats import trimmed
from loaders.gazette.rosters_walk import Walk
from loaders.readers.paper import Passage

_GROUP_ROLE = re.compile(r"组长$|组员$|成员$|召集人$|总指挥$|指挥长$")
_BY = re.compile(r"\s*由(?P<who>[^,。;:]{2,300}?)(?:分别|共同|同时)?(?:担任|兼任)[\s。;]*")
#: Under the heading of a part `负责人：甲` is a label; elsewhere forms and imprints print it.
IN_CHARGE = re.compile(r"\s*(?:[(]?\d[)、.]\s*)?(?P<label>(?P<role>[负牵]\s{0,4}[责头]\s{0,4}人)\s*:)")
#: `牵头领导：甲；牵头单位：乙局；责任单位：丙局`: who sees to a task.
_OF_A_TASK = re.compile("(?:牵头|责任|配合)(?:单位|部门):(?!.{2,160}成员单位)")
_MARGIN = 4
_NUMBERED = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}条\s|\d{1,2}(?:\.\d{1,2}){1,3}\.?(?!\d))\s*"
)
#: `备注：1.总河长：甲`, below a table.
_NOTED = re.compile(r"\s*(?:备注|注|说明|附注|其中)\s*[:,]\s*(?:[(]?\d{1,2}[)、.](?!\d)\s*|[①-⑳]\s*)?")

#: What may stand behind a list and its stop.
_CLOSING = "。 \u3000"


def labels_in(line: Passage, walk: Walk, *, in_charge: bool) -> list[Label] | None:
    """The labels of a line that count where the walk stands; None if what the line says is said of a task or of a change.

    `in_charge` says that 负责人 is a label too, for the heading above is one of a part.
    """
    text = line.text
    labels = [label for label in labels_of(text) if _counts(label, walk)]
    if labels and "领导" in labels[0].role and _OF_A_TASK.search(text, labels[0].end):
        return None  # 牵头领导：甲；牵头单位：乙局；责任单位：丙局
    if in_charge and (match := IN_CHARGE.match(text)) is not None:
        labels.insert(0, Label("".join(match["role"].split()), *match.span("label")))
    chief = walk.label.role if walk.named and walk.label is not None and not labels else ""
    if chief and (helpers := helpers_below(text, chief)) is not None:
        labels.append(Label(helpers[1], helpers[0], text.index(":") + 1))
    if walk.named and tell_change(labels, text):
        return None  # 组长：由甲调整为乙 is a sentence, read with the other changes
    return with_acts(labels, text)


def _counts(label: Label, walk: Walk) -> bool:
    """Whether a label is one of a roster here: many papers use some of them otherwise, and a house has one chief of its own (所长)."""
    if not (label.strong or walk.named or walk.office or walk.started or walk.entries):
        return False
    return label.role[-2:] not in OF_HOUSE or label.role[-2:] == walk.chief


def take_labels(line: Passage, labels: list[Label], walk: Walk) -> bool:
    """Open the labels of a line, if they stand at its head, or several of them on it; the last list ends with its sentence."""
    if not labels:
        return False
    text = line.text
    inside = "办公室" in text[: labels[0].start] and labels[0].role.endswith("主任")
    at_head = labels[0].start <= _before_label(text) + 1
    if not (at_head or len(labels) > 1 or inside or (walk.named and is_announced(text, labels[0]))):
        return False
    stop = len(text)
    for label, following in zip_longest(labels, labels[1:]):
        stop = _sentence_end(text, label.end) if following is None else trimmed(text, label.end, following.start)
        walk.open(replace(label, office=True) if inside and label.role != "联络员" else label, line)
        if text[label.end : stop].strip():
            walk.entries.append(_without_by(line, label.end, stop))
    walk.read[line.start] = line.origin(stop - 1) + 1
    if text[stop:].strip(_CLOSING):
        walk.close()  # running text goes on in the line
    return True


def take_spaced(line: Passage, walk: Walk, below: Passage | None) -> bool:
    """Open a label without a colon (`组 长  甲`), if persons stand behind it, or nothing and it ends no title above."""
    text = line.text
    spaced = own_label(text, walk.chief) or spaced_label(text)
    if spaced is None or not (spaced.strong or walk.named or walk.office or walk.started):
        return False
    if walk.named and tell_change([spaced], text):
        walk.close()
        return True
    labels = [spaced, *inner_labels(text, spaced.end)]
    alone = not text[spaced.end :].strip() and not _is_wrapped(spaced, line, walk, below)
    if not alone and not _holds_list(line, labels, walk):
        return False
    for label, following in zip_longest(labels, labels[1:]):
        stop = following.start if following is not None else _sentence_end(text, label.end)
        walk.open(label, line)
        if text[label.end : stop].strip():
            walk.entries.append(line.cut(label.end, trimmed(text, label.end, stop)))
    walk.read[line.start] = line.end
    return True


def _holds_list(line: Passage, labels: list[Label], walk: Walk) -> bool:
    """Whether persons stand behind the first label of a line, or behind 成员 in a body nothing but bodies."""
    text, first = line.text, labels[0]
    stop = len(text) if len(labels) == 1 else labels[1].start
    mentions = read_mentions(line.cut(first.end, trimmed(text, first.end, stop)))
    if any(mention.person for mention in mentions) and not _is_post(first, text[first.end :], walk):
        return True
    return walk.named and first.role == "成员" and _are_bodies(mentions) and "。" not in text


def _is_wrapped(spaced: Label, line: Passage, walk: Walk, below: Passage | None) -> bool:
    """Whether a label alone on its line is the end of the title above it: 大队长 under an open label, and no heading of its own."""
    open_above = bool(walk.entries) and walk.entries[-1].text.rstrip().endswith(("、", ","))
    open_above = open_above or _is_end_of_title(spaced, line, walk)
    if not open_above and (spaced.strong or not walk.entries):
        return False
    if line.text[: spaced.start].strip() or "(" in line.text[spaced.start : spaced.end]:
        return False  # 四、委员; 常务理事（按姓氏笔画排列）
    return open_above or below is None or not names_in_columns(below)  # 理事, over names in columns


def _is_end_of_title(spaced: Label, line: Passage, walk: Walk) -> bool:
    """Whether `副主任` alone far from the margin ends the title above (`副组长：甲 县政府办公室` / `副主任`): who leads the body is no 主任."""
    if walk.label is None or not walk.entries:
        return False
    if walk.entries[-1].text.rstrip().endswith(("常务", "专职", "第一")):
        return True  # 县农业局常务 / 副局长
    if not spaced.role.endswith("主任") or walk.label.role.endswith("主任"):
        return False
    return line.text[:_MARGIN].isspace() and walk.entries[-1].text.rstrip().endswith(
        ("办公室", "委", "局", "办", "中心")
    )


def _are_bodies(mentions: Sequence[Mention]) -> bool:
    """Whether all of a list are bodies, or whom a body sends; the last of several may be broken off at the end of its line."""
    whole = mentions[:-1] if len(mentions) > 2 and not mentions[-1].person else mentions
    return bool(mentions) and all(
        one.org or (not one.person and is_crowd(one.title) and is_title(one.title)) for one in whole
    )


def take_glued(line: Passage, walk: Walk) -> bool:
    """Open the labels of a line that runs them on: `组长甲，副组长乙，成员丙、丁`."""
    glued = glued_labels(line)
    if not glued:
        return False
    for label, stop in glued:
        walk.open(label, line)
        walk.entries.append(line.cut(label.end, trimmed(line.text, label.end, stop)))
    _, last = glued[-1]
    walk.read[line.start] = line.start + last
    if line.text[last:].strip(_CLOSING):
        walk.close()
    return True


def take_roles_behind(line: Passage, walk: Walk) -> bool:
    """Take the seats of a line that has the roles behind the names."""
    seated = roles_behind(line)
    if not seated:
        return False
    walk.close()
    walk.seats.extend(seated)
    walk.read[line.start] = line.end
    return True


def open_change(line: Passage, walk: Walk) -> bool:
    """Open the label of a line that says whom the list adds or takes away; a list on the line itself must begin with a person."""
    label = label_below(line.text) or (chosen_below(line.text) if walk.named else None)
    if label is None:
        return False
    stop = _sentence_end(line.text, label.end)
    behind = line.cut(label.end, stop)
    if behind.text.strip() and not (walk.named and any(mention.person for mention in read_mentions(behind))):
        return False
    walk.open(label, line)
    if behind.text.strip():
        walk.entries.append(behind)
        walk.read[line.start] = line.start + stop
        if stop < len(line.text):
            walk.close()  # a stop ends the list
    return True


def _before_label(text: str) -> int:
    """Where a label begins that stands at the head of its line; unlike an entry, it may have the number of a heading."""
    numbered = _NUMBERED.match(text) or _NOTED.match(text)
    return numbered.end() if numbered else lead_end(text)


def _without_by(line: Passage, start: int, stop: int) -> Passage:
    """What stands behind a label, without the words around it in `主任：由县长担任`."""
    match = _BY.fullmatch(line.text, start, stop)
    return line.cut(*match.span("who")) if match else line.cut(start, stop)


def _is_post(spaced: Label, rest: str, walk: Walk) -> bool:
    """Whether a label without colon is the post of a member: `成员：` / `办公室主任  毕芳`, in a list with the post first."""
    if walk.label is None or walk.label_at is None or not _GROUP_ROLE.search(walk.label.role):
        return False
    line, start = walk.label_at
    with_colon = ":" in line.text[start : walk.label.end]
    chief = not _GROUP_ROLE.search(spaced.role) and (spaced.office or spaced.role.endswith(("主任", "长")))
    return with_colon and chief and is_name("".join(rest.split()).rstrip("。;,、"))


def _sentence_end(text: str, start: int) -> int:
    """Where the list behind the last label of a line ends: before its stop, or the heading that follows without one."""
    stop = text.find("。", start)
    return heading_behind(text, start, stop if stop >= 0 else len(text))
