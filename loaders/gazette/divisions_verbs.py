"""The verbs of charge of a division of work, and the relation each gives.

领导…全面工作 counts as 主持; 主管, 主抓, 兼管 as 分管; 辅助, 配合 as 协助; 牵头 as 负责; 挂联, 包联, 挂点, 蹲点, 包 (a village) as 联系: the usual
readings of these notices.
"""

from __future__ import annotations

import re

#: Printed verb to the relation of the table.
RELATIONS = {
    "主持": "主持", "领导": "主持", "负责": "负责", "牵头": "负责", "分管": "分管", "主管": "分管", "主抓": "分管", "分抓": "分管", "抓": "负责", "兼管": "分管",
    "协管": "协管", "代管": "代管", "暂管": "代管", "代为负责": "代管", "代为分管": "代管", "代为管理": "代管", "代为主持": "代管", "代为联系": "联系",
    "联系": "联系", "挂联": "联系", "包联": "联系", "包保": "联系", "挂包": "联系", "联络": "联系", "挂点联系": "联系", "挂钩联系": "联系", "协调联系": "联系", "联系协调": "联系",
    "挂点": "联系", "挂钩": "联系", "蹲点": "联系", "驻点": "联系", "联点": "联系", "包抓": "联系", "包挂": "联系", "分包": "联系", "包": "联系",
    "协助": "协助", "辅助": "协助", "配合": "协助",
}  # fmt: skip
_PLACES = r"[\u4e00-\u9fff\d()]{1,12}(?:村|社区|片区?|[镇乡区]|街道|公司|企业|项目|[连排]|嘎查|苏木|网格|年级|学校|[小中]学|小区|[厂场])(?:[、。;,\s和及]|$)"
CHARGE_WORDS = (
    r"主持(?!召开|会议|研究|人(?!武|社|事|民|才|防|居|力|口|大(?!会|.{0,8}会议)))|(?<![要的级位任班])领导(?=(?:[省市县区旗州盟镇乡]|党|管委|集团|公司|董事会|学[校院]|医院|局|机关|行政)[^,;。]{0,14}全面工作)|负责(?!人(?![大事力口民才社防居武])|同志|制|任|解释)|牵头(?!单位|部门|人|抓总)|分管(?!的|领导|副|负责人|同志|[省市县区旗镇乡局院校园](?:长(?!办公室)|领导))"
    r"|主管(?!部门|单位|领导|机关|的|副|局)|主抓|分抓|(?:(?<=具体)|(?<=直接)|(?<=主要))抓(?![好实紧住手起总落获捕])|兼管|协管(?!员)|代管(?!的)|暂管|代为(?:负责|分管|管理|主持|联系)"
    r"|挂[点钩]联系|协调联系|联系协调|联系(?!领导(?!小组)|人(?![大武社民才防事行保])|方式|电话|群众|实际|制度|机制|点|会议|服务群众|服务专家)|(?:挂联|包联)(?!领导)|(?:包保|挂包)(?!责任|单位|人|干部|领导|制|机制|工作|组|部门)|联络(?!员|人)"
    # Places only: 挂点龙塘村, 蹲点高二年级, 包第一管理区; 包 is a letter of many words.
    rf"|(?:挂点|挂钩|蹲点|驻点|联点|包抓|包挂|分包)(?={_PLACES})|(?<![\u4e00-\u9fff、])包(?![括含装机裹容头庄])(?={_PLACES})"
)
ASSIST_WORDS = r"协助(?!单位|部门|人)|辅助(?!人员|性)|配合(?!单位|部门)"
_ADVERBS = r"(?:具体|全面|主要|直接|统一|统筹|同时|并且?|兼|还|重点|共同|暂时|暂|临时|继续|另外?|分别|协同|依法|日常|也|仍|再|增加|新增|改为|转为|转而|继续|以及|和|及|[,、\s])"
VERB = re.compile(rf"(?P<assist>{ASSIST_WORDS})|(?P<charge>{CHARGE_WORDS})")
AT_VERB = re.compile(rf"{_ADVERBS}{{0,4}}(?:(?P<assist>{ASSIST_WORDS})|(?P<charge>{CHARGE_WORDS}))")
#: `由Y分管` at the end of a clause: who, and by which verb.
BY = re.compile(
    r"由(?P<who>.{2,60}?)(?:同志)?(?:暂时|临时|具体|全面|暂)?(?P<verb>代为(?:负责|分管|管理|主持|联系)|负责|分管|主管|协管|代管|暂管|联系|主持|牵头)(?:工作)?$"
)
#: What stands before 所 where it leads to a clause of its own; a body's name may end in 所 too (派出所).
_RELATIVE = re.compile("(?:对|就|员|导|自)所$")
#: `到联系村`, `对分管领域`, `管好分管部门`, `分管领域发生事故的`: such a verb before a common noun only says which ones.
_WHICH = re.compile(
    r"(?:[到在赴去往入对向把将由]|走访|管好|抓好|抓实|做好|带好|落实|检查|抽查|督促|指导|了解|围绕)"
    r"所?(?:分管|主管|联系|包联|挂联|挂点|蹲点|包抓)的?(?:工作|单位|部门|领域|行业|范围|战线|口|条线|科室|股室|处室|站所|村组?|社区|乡镇?|镇街?|街道|苏木镇?|嘎查|企业|学校|项目|户|点|区域|片区|线)"
    r"|(?:分管|主管|联系)(?:单位|部门|领域|行业|战线|范围)(?:的|内|发生|出现|存在|[不未要应须必每可])"
)
#: `由联系该连队的领导统一调配`: who that is, said by a charge that is not given here.
_WHOSE = re.compile(
    r"[^,;:。、]{1,20}的(?:[省市县区旗州盟镇乡团校局院]|政府|党委|班子|主要)*(?:领导|负责人|负责同志|成员|副?[省市县区旗州盟镇乡]长)(?=同志|统一|牵头|负责|具体|要|应|须|必须|每|带队|签|审|召集|协调|主持)"
)
_SECOND = re.compile(rf"(?:、|和|及|并|与|,)?(?P<charge>{CHARGE_WORDS})")


def first_verb(text: str, start: int, end: int) -> int:
    """Place of the first verb of charge outside brackets; -1 if there is none.

    In `班子成员对所联系村的安全生产负总责` 联系 says which villages, and gives nobody anything; neither does a verb in
    quotation marks (`“谁分管、谁负责”`).
    """
    at = start
    while match := VERB.search(text, at, end):
        if not _only_says_which(text, match, start, match.start()) and text.count(
            "(", start, match.start()
        ) <= text.count(")", start, match.start()):
            return match.start()
        at = match.end()
    return -1


def _only_says_which(text: str, verb: re.Match[str], start: int, place: int) -> bool:
    """Whether a verb at `place` stands in a clause or a phrase that tells bodies or people from others, or is quoted."""
    if _RELATIVE.search(text, max(start, place - 2), place) or _WHOSE.match(text, verb.end()):
        return True
    if any(match.end() > verb.end() for match in _WHICH.finditer(text, max(start, place - 3), verb.end() + 4)):
        return True
    return text.rfind("“", start, place) > text.rfind("”", start, place)


def verb_at(text: str, start: int, end: int) -> re.Match[str] | None:
    """The verb of charge a stretch begins with (adverbs before it allowed); its group is `assist` or `charge`."""
    match = AT_VERB.match(text, start, end)
    return None if match is None or _only_says_which(text, match, 0, match.start(match.lastgroup or 0)) else match


def opens_with_verb(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins with a verb of charge (adverbs before it allowed)."""
    return verb_at(text, start, end) is not None


def chain(text: str, at: int, high: int, relation: str) -> tuple[int, str, float]:
    """Where a chain of verbs (`负责联系`) ends, the relation that governs it, and how sure that is."""
    confidence = 1.0
    while (more := _SECOND.match(text, at, high)) and not _WHICH.match(text, more.start("charge")):
        if relation == "分管" and RELATIONS[more["charge"]] == "联系":
            confidence = 0.7  # 分管联系X: which of both holds for X is not printed
        else:
            relation = RELATIONS[more["charge"]]
        at = more.end()
    return at, relation, confidence
