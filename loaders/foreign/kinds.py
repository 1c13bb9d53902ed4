"""The tables people keep in spreadsheets: which columns each has, under which words, and which it cannot do without.

One entry a table of the waist. A column is found by the words over it, in the forms offices print (任务分解表, 班子分工表,
AB角一览表, 领导小组名单, 预案目录, 任免表); `head` are words its reader knows, written over the column when a person
says which one it is. Nothing is read here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from loaders.gazette.appointments_tables import action_of
from loaders.gazette.heads import Role, role_of

_WHITE = re.compile(r"\s+")
_ASIDE = re.compile(r"\([^()]*\)|[*#:]")


@dataclass(frozen=True, slots=True)
class Column:
    """A column a table may have: its name at the waist, words a reader knows, and how it is found."""

    name: str
    head: str
    label: str  # the usual words, for messages
    roles: tuple[Role, ...] = ()
    words: re.Pattern[str] | None = None

    def fits(self, printed: str) -> bool:
        """Whether printed words stand over this column."""
        if printed == self.name:
            return True
        if self.words is not None and self.words.fullmatch(_ASIDE.sub("", printed)):
            return True
        return bool(self.roles) and role_of(printed) in self.roles


@dataclass(frozen=True, slots=True)
class Kind:
    """A table of the waist as people draw it. Of each of `needs` one column must be there."""

    table: str
    name: str
    columns: tuple[Column, ...]
    needs: tuple[tuple[str, ...], ...]

    def column_for(self, printed: str) -> Column | None:
        """The column that printed words name."""
        return next((column for column in self.columns if column.fits(printed)), None)

    def named(self, name: str) -> Column | None:
        """The column of that name at the waist."""
        return next((column for column in self.columns if column.name == name), None)

    def lacking(self, found: set[str]) -> tuple[Column, ...]:
        """The first column of each need that none of these columns meets."""
        lacks = [next(iter(need)) for need in self.needs if not found & set(need)]
        return tuple(column for name in lacks if (column := self.named(name)) is not None)


def flat(words: str) -> str:
    """Words over a column as they are compared: without white space, brackets half-width."""
    return _WHITE.sub("", words).replace("（", "(").replace("）", ")").replace("：", ":")


def _acts(action: str) -> re.Pattern[str]:
    """The words over a column of acts, taken from the reader of such tables."""
    stems = ("任命", "任职", "新任", "任", "免去", "免职", "免除", "免", "不再担任", "拟任", "拟任命", "提名", "拟提名", "聘任", "聘", "续聘", "解聘",
             "辞去")  # fmt: skip
    tails = ("", "职务", "职位", "岗位", "的职务")
    heads = [stem + tail for stem in stems for tail in tails if action_of(stem + tail) == action]
    return re.compile("|".join(heads))


_NUMBER = Column("number", "序号", "序号", ("number",))
_PERSON = Column(
    "person", "姓名", "姓名", ("name",),
    re.compile(r"(?:领导|同志|干部|班子成员|领导成员|成员|校领导|[市县区旗镇乡局]领导)?(?:姓名|名单)|姓名及职务|班子成员|领导成员|领导|同志|人员"),
)  # fmt: skip

_SEAT = Column(
    "role", "组内职务", "组内职务、组成", ("seat",),
    re.compile(r"(?:领导小组|小组|组内|专班|指挥部|委员会|拟任|工作组)(?:内|中)?(?:职务|职位|岗位|分工|角色|任职)|角色|组别职务"),
)  # fmt: skip
_TITLE = Column(
    "title", "单位及职务", "单位及职务、现任职务", words=re.compile(
        r"(?:所在|工作|现)?(?:单位|部门)(?:及|和|、|与)?(?:行政|现任|党内)?职务|现任职务|行政职务|现职务?|单位职务|党政职务|工作单位及职务(?:职称)?|职务/?职称"),
)  # fmt: skip
_GROUP = Column(
    "group", "小组名称", "小组名称", words=re.compile(
        r"(?:议事协调机构|领导小组|工作专班|工作组|专班|指挥部|委员会|小组)(?:的)?(?:名称|全称)|议事协调机构|所属(?:领导)?小组|领导小组|小组"),
)  # fmt: skip
_UNIT = Column("org", "单位", "单位", ("unit", "member_unit"))

KINDS: tuple[Kind, ...] = (
    Kind(
        "emergency_plans", "预案目录",
        (
            _NUMBER,
            Column("plan_name", "预案名称", "预案名称", ("plan",)),
            Column("category", "类别", "类别", ("section", "subsection")),
            Column("lead_orgs", "牵头编制部门", "牵头编制部门、编制单位",
                   ("drafter", "lead", "undertaker", "responsible", "unit")),
        ),
        (("plan_name",), ("lead_orgs",)),
    ),
    Kind(
        "ab_pairs", "AB角表",
        (
            Column("person_a", "A角", "A角", ("a",)),
            Column("person_b", "B角", "B角、互为AB角", ("b",), re.compile(r"(?:互为)?A[、/\-—]?B[角岗](?:人员|姓名|领导)?")),
            Column("fallback", "C角", "C角", ("c",)),
            Column("scope", "工作范围", "工作范围、岗位", words=re.compile(
                r"(?:主要|具体|工作|岗位|负责|分管|承担|业务)?(?:工作)?(?:范围|内容|职责|分工|领域|事项|岗位|业务|工作)(?:内容|范围|名称)?|适用范围")),
            Column("exclusion", "备注", "备注", ("note",)),
        ),
        (("person_a",), ("person_b",)),
    ),
    Kind(
        "ab_pairs", "AB角表",
        (
            Column("person_b", "AB角", "互为AB角", words=re.compile(r"(?:互为)?A?[、/\-—]?B[角岗](?:人员|姓名|领导)?")),
            Column("person_a", "姓名", "姓名", ("name",), re.compile(r"(?:领导|班子成员|成员)?(?:姓名|领导|同志)|班子成员")),
            Column("scope", "工作范围", "工作范围", words=re.compile(r"(?:适用|工作)范围")),
        ),
        (("person_a",), ("person_b",)),
    ),
    Kind(
        "appointments", "任免表",
        (
            Column("person", "姓名", "姓名", ("name",)),
            Column("任命", "任命职务", "任命职务", words=_acts("任命")),
            Column("免去", "免去职务", "免去职务", words=_acts("免去")),
            Column("拟任", "拟任职务", "拟任职务", words=_acts("拟任")),
            Column("提名", "提名职务", "提名职务", words=_acts("提名")),
            Column("聘任", "聘任职务", "聘任职务", words=_acts("聘任")),
            Column("解聘", "解聘职务", "解聘职务", words=_acts("解聘")),
            Column("辞去", "辞去职务", "辞去职务", words=_acts("辞去")),
        ),
        (("person",), ("任命", "免去", "拟任", "提名", "聘任", "解聘", "辞去")),
    ),
    Kind(
        "indicators", "指标分解表",
        (
            _NUMBER,
            Column("requirement", "指标要求", "指标要求、考核内容", ("requirement",)),
            Column("section", "一级指标", "一级指标、类别", ("section",)),
            Column("subsection", "二级指标", "二级指标", ("subsection",)),
            Column("weight", "分值", "分值、权重", ("weight",)),
            Column("criterion", "评分标准", "评分标准", ("criterion",)),
            Column("title", "任务", "任务", ("title", "content")),
            Column("responsible_orgs", "责任单位", "责任单位", ("responsible", "lead", "undertaker", "unit")),
        ),
        (("requirement", "title", "subsection"), ("weight",)),
    ),
    Kind(
        "tasks", "任务表",
        (
            _NUMBER,
            Column("title", "任务", "任务、事项、项目名称", ("title", "requirement")),
            Column("lead_orgs", "牵头单位", "牵头单位、主办单位或承办单位", ("lead", "undertaker")),
            Column("leader", "责任领导", "责任领导、分管领导", ("leader",)),
            Column("responsible_orgs", "责任单位", "责任单位", ("responsible", "unit")),
            Column("cooperating_orgs", "配合单位", "配合单位、协办单位", ("cooperating",)),
            Column("deadline", "完成时限", "完成时限", ("deadline",)),
            Column("section", "类别", "类别", ("section", "subsection")),
            Column("text", "工作内容", "工作内容、具体措施", ("content",)),
        ),
        (("title", "text"), ("lead_orgs", "leader", "responsible_orgs", "cooperating_orgs")),
    ),
    Kind(
        "memberships",
        "组成人员名单",
        (_GROUP, _SEAT, _PERSON, _TITLE, Column("title", "单位及职务", "职务", ("post",)), _UNIT),
        (("person",), ("role",)),
    ),
    Kind(
        "portfolios", "领导分工表",
        (
            Column("title", "职务", "职务", ("post",), re.compile(r"(?:现任|行政|党内外?|党政)?职务(?:名称)?|职位")),
            Column("协管", "协管", "协管", words=re.compile(r"协管(?:工作|单位|部门|领域|科室)?|协助分管(?:工作|领域|单位)?")),
            Column("分管", "分管", "分管单位、分管工作", words=re.compile(
                r"(?:分管|主管)(?:的)?(?:工作|单位|部门|领域|科室|处室|股室|站所|机构|条线|范围|内容|企业|行业|年级)?(?:及单位)?")),
            Column("联系", "联系", "联系单位", words=re.compile(
                r"(?:联系|挂联|包联|挂点|挂钩)(?:的)?(?:工作|单位|部门|领域|科室|处室|机构|点|村|社区|镇街|乡镇|镇|街道|企业|年级|片区|学校)?")),
            Column("主持", "主持工作", "主持工作", words=re.compile(r"主持(?:工作)?")),
            Column("协助", "协助", "协助", words=re.compile(r"协助(?:领导|对象|同志|工作)?")),
            Column("负责", "工作分工", "工作分工、分工、负责工作", words=re.compile(
                r"(?:工作|职责|具体|领导|主要|岗位)?(?:分工|职责)(?:内容|情况|范围)?|(?:负责|主要|承担)(?:的)?工作(?:内容)?|负责(?:领域|事项|内容|条线)|工作内容")),
            _PERSON,
        ),
        (("person",), ("分管", "负责", "协管", "联系", "主持")),
    ),
    Kind(
        "memberships",
        "组成人员名单",
        (_PERSON, _TITLE, Column("role", "职务", "职务", ("post",)), _UNIT),
        (("person",), ("role",)),
    ),
    Kind(
        "duties", "职责分工表",
        (
            _NUMBER,
            Column("summary", "主要职责", "主要职责", ("duty",)),
            Column("org", "单位", "单位、成员单位", ("unit", "responsible", "member_unit", "lead")),
        ),
        (("org",), ("summary",)),
    ),
)  # fmt: skip

#: Every name of a column that `--column` may give, and the tables that have it.
COLUMN_NAMES: Mapping[str, tuple[str, ...]] = {
    name: tuple(dict.fromkeys(kind.table for kind in KINDS if kind.named(name)))
    for name in sorted({column.name for kind in KINDS for column in kind.columns})
}
