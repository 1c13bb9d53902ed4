"""What a label or a column head asks for: `牵头单位：`, `责任领导`, `完成时限` … as one small set of roles.

The same words stand before a colon in a text and over a column in a table, so both are looked up here. Source: the
forms of task, catalogue and scoring tables that offices print (任务分解表, 预案目录, 指标体系分解表).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

Role = Literal[
    "number", "section", "subsection", "title", "content", "leader", "lead", "undertaker", "responsible", "cooperating",
    "deadline", "plan", "drafter", "requirement", "criterion", "weight", "evidence", "name", "post", "seat", "unit",
    "a", "b", "c", "note", "phone", "member_unit", "duty",
]  # fmt: skip
#: What says who does a task, and until when.
TASK_ROLES: frozenset[Role] = frozenset(("leader", "lead", "undertaker", "responsible", "cooperating", "deadline"))

_UNIT = r"(?:单位|部门|科室|委室|委办|处室|股室|机构|委办局|街镇|镇街|乡镇|街道|主体|责任主体|站所|站办所?|办所|所站|部室|处所|院系|系部|支部|村(?:居|社区)?|社区)"
_LEVEL = r"(?:省|市|盟|州|县|区|旗|镇|乡|街道|校|局|厅|院|委|党委|政府|党政|班子|市级|县级|区级|旗级|镇级|处级|科级)"
_FORMS: tuple[tuple[Role, str], ...] = (
    ("number", r"序号|编号|(?:任务|项目|事项|指标|预案)(?:编号|序号)|号|NO\.?|No\.?"),
    ("plan", r"(?:应急)?预案(?:名称|类型)?|(?:专项)?应急预案"),
    ("drafter", rf"(?:牵头|主责|责任|主要)?(?:编制|编修|起草|制定|修订|编写)(?:牵头|责任)?{_UNIT}"),
    ("weight", r"(?:指标)?(?:权重|分值|权重分值|分值权重|分数|满分|标准分|基准分|赋分|配分)(?:\(?分\)?)?"),
    ("criterion", r"(?:赋分|评分|计分|考核|评价|评审|评估|验收)(?:标准|办法|细则|方法|说明)|赋分说明"),
    ("evidence", r"(?:档案|佐证|证明|支撑|备查|印证|申报)(?:资料|材料)|资料清单|所需材料"),
    ("requirement", r"指标要求|考核指标|考核内容|评价指标|三级指标|具体指标|指标名称|测评标准|测评内容|考评内容"),
    ("subsection", r"指标内容|二级指标|测评项目|考核项目|考评项目"),
    (
        "section",
        r"(?:任务|工作|项目|指标|实事|事项|预案|问题|改革)?(?:类别|分类|类型|大类|门类)|类别|板块|(?:重点|工作)?领域"
        r"|方面|一级指标|一级任务|工作板块|指标|总任务",
    ),
    (
        "leader",
        rf"{_LEVEL}{{0,3}}(?:第一)?(?:责任|分管|包联|分包|总?牵头|联系|挂点|挂钩|包抓|包保|负责|督办|督导|挂帅|领衔|主管|包案|推进|协调|领办|挂联"
        rf"|挂包|联点){{1,2}}(?:的)?{_LEVEL}{{0,2}}领导(?:同志|班子)?|领导(?:同志)?|{_LEVEL}{{1,2}}领导(?:同志)?"
        r"|(?:第一|总|主要|牵头)?(?:责任|负责|牵头)人|(?:认领|落实|包联|包抓|领办|承办|整改)(?:责任)?人|分管负责(?:人|同志)|负责同志",
    ),
    (
        "lead",
        rf"(?:总|负责|主要)?(?:牵头|主办|主责|主管|主抓|责任主管)(?:责任|负责|落实|实施|抓落实)?{_UNIT}|牵头|主办|牵头方|第一责任{_UNIT}"
        rf"|主要责任{_UNIT}|牵头处(?:室)?",
    ),
    ("undertaker", rf"承办(?:责任)?{_UNIT}|承办"),
    (
        "cooperating",
        rf"(?:责任)?(?:配合|协办|协同|参与|参加|协作|协助|会办|辅助|支持|联办|参建)(?:责任|配合|落实|推进)?{_UNIT}|配合|协办|协同"
        rf"|协同配合{_UNIT}",
    ),
    ("member_unit", rf"(?:成员|组成){_UNIT}"),
    (
        "responsible",
        rf"(?:工作|任务|具体|落实|直接|整改|主体|目标)?(?:责任|负责|落实|实施|执行|承担|建设|整改|完成|推进|认领|领办|承接|承建)(?:责任|落实|实施)?{_UNIT}"
        r"|责任分工|任务分工|责任处室|责任科室|责任主体",
    ),
    (
        "deadline",
        r"(?:完成|办理|办结|整改|推进|落实|工作|实施|计划完成|计划|目标|销号|交账|建成|要求完成|兑现|承诺|达标|交付)?(?:时限|期限|时间节点|节点时间|时间要求|时间进度|时间安排)(?:要求)?"
        r"|(?:计划|预计|整改|要求)?(?:完成|完工|竣工|建成|交付)(?:时间|日期|时点|节点|时限要求)|办结(?:时间|日期)|整改时间|推进时间|时间|节点|进度要求|完成年限|限期|限时"
        r"|(?:完成)?截止(?:时间|日期)",
    ),
    (
        "content",
        r"(?:主要|具体|重点|建设|任务|工作|目标|实施|整改|推进|改革|细化|落实|完成|年度)?(?:内容|措施|举措|要求|目标|标准|任务措施|工作措施|具体措施|任务目标)(?:及(?:要求|标准|目标|措施))?"
        r"|(?:主要|具体|重点|工作|年度|建设|任务)(?:工作)?(?:内容|目标|措施|举措|要求|标准)",
    ),
    (
        "title",
        r"(?:年度|重点|主要|具体|工作|目标|改革|整改|建设|实事|民生|惠民|民生实事|督查|督办|分解|细化|议定|交办|办理|会议|子)?(?:任务|工作|事项|项目|实事|工程|实事项目|实事内容|重点工作"
        r"|重点任务|工作任务|目标任务|任务内容|工作要点|任务分解|任务清单|要点|议题|事由|问题)(?:名称|事项|项目|内容)?",
    ),
    (
        "duty",
        r"(?:主要|工作|具体|部门|单位|成员单位|岗位)?职责(?:分工|任务|内容)?|(?:主要|工作|机构|部门|单位|科室|处室)?(?:职能职责|职责职能|职能)",
    ),
    ("seat", r"组内职务|组内分工|领导小组职务|(?:组内|小组)?角色|担任职务|专班职务|指挥部职务|组成"),
    ("name", r"姓名|人员|人员姓名|成员姓名|成员"),
    (
        "post",
        r"职务|职务/职称|职务职称|现任职务|行政职务|单位及职务|单位职务|单位、职务|工作单位及职务|所在单位及职务|岗位",
    ),
    (
        "unit",
        r"单位|部门|科室|处室|股室|工作单位|所在单位|责任区域|(?:单位|部门|科室|处室|股室|机构|内设机构|内设科室|站所|中心)名称|内设(?:机构|科室|处室|股室)",
    ),
    ("a", r"A[角岗](?:姓名|人员|领导)?"),
    ("b", r"B[角岗](?:姓名|人员|领导)?"),
    ("c", r"C[角岗](?:姓名|人员|领导)?"),
    ("note", r"备注|说明|备考|进展情况|完成情况|目前进展|工作进展|资金来源|资金安排|投资(?:额|规模)?|总投资"),
    ("phone", r"(?:联系|办公)?电话|联系方式|手机(?:号码?)?"),
)
_PATTERNS = tuple((role, re.compile(pattern)) for role, pattern in _FORMS)
_DROPPED = re.compile(r"\s+|\([^()]*\)|[*#\"“”:]")


@lru_cache(maxsize=4096)
def role_of(words: str) -> Role | None:
    """The role a folded label or column head asks for (spaces, brackets, trailing colon ignored); None if unknown."""
    plain = _DROPPED.sub("", words)
    if not 1 <= len(plain) <= 14:
        return None
    for role, pattern in _PATTERNS:
        if pattern.fullmatch(plain):
            return role
    return None


#: How heads of columns end that no list holds: `整治内容`, `配合科室`, `督导领导`. Over a column they can be nothing else; before a
#: colon in a text they could.
_ENDS: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (
        "cooperating",
        re.compile(rf"[\u4e00-\u9fff、]{{0,4}}(?:配合|协办|协同|参与|协作|协助)[\u4e00-\u9fff、]{{0,4}}{_UNIT}"),
    ),
    ("lead", re.compile(rf"[\u4e00-\u9fff、]{{0,4}}(?:牵头|主办|主责)[\u4e00-\u9fff、]{{0,4}}{_UNIT}")),
    (
        "responsible",
        re.compile(rf"[\u4e00-\u9fff、]{{0,4}}(?:责任|负责|落实|承办|实施)[\u4e00-\u9fff、]{{0,4}}{_UNIT}"),
    ),
    # Before a colon on the page of a leader it is what he looks after.
    ("responsible", re.compile(r"(?:包抓|包保|包联|挂联|挂包)(?:责任)?(?:单位|部门)")),
    ("leader", re.compile(r"[\u4e00-\u9fff]{1,6}(?:领导|责任人|负责人)")),
    ("deadline", re.compile(r"[\u4e00-\u9fff]{1,6}(?:时限|期限|时间节点|完成时间)")),
    ("content", re.compile(r"[\u4e00-\u9fff]{2,6}(?:内容|措施|举措|目标|要求)")),
    ("title", re.compile(r"[\u4e00-\u9fff]{2,6}(?:任务|事项|项目)(?:名称)?")),
    # What an inspection found: 反馈问题, 存在的主要问题, 问题表现, 反馈意见.
    (
        "title",
        re.compile(
            r"[\u4e00-\u9fff]{0,8}问题(?:及?(?:描述|表现|表述|清单|内容|名称|概述|简述|情况|不足|短板))?|(?:具体)?(?:反馈|整改|审计|评审)意见"
        ),
    ),
)


#: `2031年度任务目标` heads what 任务目标 does.
_OF_A_YEAR = re.compile(r"^(?:19|20)\d{2}年度?")


@lru_cache(maxsize=4096)
def head_of(words: str) -> Role | None:
    """The role of a column by its folded head: a known one, or what its last words say."""
    role = role_of(words)
    if role is not None:
        return role
    plain = _OF_A_YEAR.sub("", _DROPPED.sub("", words))
    return next((role for role, pattern in _ENDS if pattern.fullmatch(plain)), None) if plain else None
