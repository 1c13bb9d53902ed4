"""What kinds of findings there are, in words."""

from __future__ import annotations

from core.settings import Language
from graph.ontology import Caption
from graph.stores.store import Row, Value

#: The kinds that `graph.timeline.checks` finds. One that is not here shows its code.
KINDS: dict[str, Caption] = {
    "seat-stale": Caption(zh="席位待调整", en="stale seats"),
    "seat-check": Caption(zh="席位待核实", en="seats to be checked"),
    "seat-pending": Caption(zh="席位待批准或待单位明确", en="seats awaiting a decision"),
    "seat-vacant": Caption(zh="席位空缺", en="vacant seats"),
    "task-leader-moved": Caption(zh="任务分管已调整，文件未改", en="tasks whose leader has moved, the paper has not"),
    "task-leader-vacant": Caption(zh="任务暂无分管领导", en="tasks with nobody in charge"),
    "task-leader-unknown": Caption(zh="任务责任依据不足", en="tasks whose leader is not known"),
    "task-no-lead-unit": Caption(zh="任务未写牵头单位", en="tasks without a lead unit"),
    "unit-uncovered": Caption(zh="单位无人分管", en="units nobody oversees"),
    "unit-two-leaders": Caption(zh="一个单位两位分管", en="units with two leaders"),
    "no-stand-in": Caption(zh="未列AB角", en="leaders without a stand-in"),
    "holders-clash": Caption(zh="同一职务两人在任", en="two holders of one post"),
    "ground-not-seen": Caption(zh="任职依据未见", en="posts whose ground was not seen"),
    "number-unseen": Caption(zh="文号未见", en="document numbers not seen"),
    "number-against-date": Caption(zh="文号与日期次序不符", en="numbers against dates"),
    "divisions-same-day": Caption(zh="同日两份分工通知", en="two divisions on one day"),
    "rosters-same-day": Caption(zh="同日两份名单", en="two rosters on one day"),
    "past-validity": Caption(zh="已过有效期", en="past validity"),
    "composition-rule": Caption(zh="组成不合规定", en="composition rules not met"),
    "sum-wrong": Caption(zh="分值合计不符", en="sums that do not add up"),
    "sum-open": Caption(zh="分值未列全", en="sums left open"),
}


def caption_of(kind: str, language: Language) -> str:
    """The caption of a kind of finding."""
    return KINDS[kind].in_language(language) if kind in KINDS else kind


#: What a finding is about, the thing to be mended first, its papers last.
_ABOUT = ("Task", "Group", "Organisation", "Post", "Seat", "Person", "Plan", "Document", "Jurisdiction")


def about_first(row: Row) -> Row:
    """The same finding with the things it is about in the order in which a reader looks for them."""
    about = row["about"]
    return {**row, "about": sorted(about, key=_standing)} if isinstance(about, list) else row


def _standing(value: Value) -> tuple[int, str]:
    kind = str(value.get("kind", "")) if isinstance(value, dict) else ""
    name = str(value.get("name", "")) if isinstance(value, dict) else ""
    return (_ABOUT.index(kind) if kind in _ABOUT else len(_ABOUT), name)
