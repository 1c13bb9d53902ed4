"""Where a name behind a post ends in running text: before an act, a mark or any word that is no part of it."""

from __future__ import annotations

import re

from loaders.gazette.names import (
    HAN,
    is_crowd,
    is_given,
    is_joining_name,
    is_joining_surname,
    is_name,
    is_one_word,
    is_title,
    is_transcribing,
    is_unit,
    is_word,
    may_be_name,
    surnames,
)

AFTER = re.compile(
    "(?:主持|出席|参加|参与|深入|带队|带领|率队|率领|率|陪同|会见|会同|接待|接见|与|同|到|赴|在|以|为|就|致[辞词]|致|讲|座谈|会谈|洽谈|实地|先后|一行|等|及|和|向|对|来|前往|走访|慰问|调研"
    "|提出|要求|叮嘱|嘱咐|号召|勉励|鼓励|寄语|问候|探望|祝贺|交谈|交流|答复|解答|回应|听了|因(?:[病公故工事]|[外在出][^,。;]{0,12}(?:请假|缺席|未|没|,))|代为|线上|远程|带着|领着|反馈|点评|担任|继续(?=担任|任|负责|主持|分管)|兼任|任(?=[\u4e00-\u9fff]{0,12}(?:长|主任|书记|指挥|委员|主席))|牵头|负责|协调|处理|处置|调解|化解|办理|指挥|坐镇|指导|值守|值班|坚守"
    "|昼夜|日夜|连夜|轮流|逐[户村家项]|挨家|挨户|驻村|驻点|蹲点|巡[查山河林田堤逻]|排查|查验|查[险灾]|抢险|抢修|救援|搜救|转移|疏散|护送|捐|资助|救助|帮扶|颁|授[旗牌]|揭[牌幕]|剪彩|参观|参会|观摩"
    "|驱车|步行|带病|先生|女士|出面|回[村乡]|返[乡校]|卸任|上任|离任|接任|调离|退休|病逝|逝世|去世"
    "|受聘|入户|入村|进村|走村|下乡|获|荣获|当选|发言|讲话|发表|批示|莅临|传达|授课|应邀|陪|检查|督导|督查|视察|考察|听取|推介|送行|没有|未(?=[能作参出到])|所作|作|做|宣布|宣读|通报|报告(?!会)|述职|表态|坐诊|领奖|主讲|上课|讲课|听课|评课|巡课|监誓|领誓|宣誓|签约|剪彩|植树|返回|返[校乡岗]|观看|体验|祝酒|敬献|默哀|合影|执[笔教]|献[花血策]|鸣[枪锣]|开[镰机镐]|颁|召开|组织|开展|分别|一同|共同|联合|携手|进行|列席|点燃|调度|强调|指出|表示|希望|首先|面[对向]|的(?=陪同|带领|率领)|介绍|汇报|代表|率|看望|察看|查看|随团|随同|随行|亲切|逐一|详细|仔细|赶赴|抵达|受邀|带头|围绕|研究|部署|安排(?=[\u4e00-\u9fff])|发布|回答|答问|审议|集中|分赴|分头|亲临|亲自|接受|现场|签署|签订|不|专题|也|还|均|将|给|把|被|从(?=[省市县区旗州盟镇乡])|登(?:上|临|门|[\u4e00-\u9fff]{1,4}[岛山楼台])|说[,:道]"
    '|[,。;:、()"”]|$)'
)
_NO_NAME = frozenset(
    [
        "主持",
        "出席",
        "参加",
        "集体",
        "专题",
        "会议",
        "带队",
        "一行",
        "一同",
        "座谈",
        "讲话",
        "致辞",
        "陪同",
        "调研",
        "检查",
        "视察",
        "说明",
        "接待",
        "同志",
        "人员",
        "代表",
        "领导",
        "成员",
        "责任",
        "工作",
        "述职",
        "信箱",
        "热线",
        "安排",
        "代为",
        "能力",
        "水平",
        "任命",
        "任免",
        "任职",
        "免职",
        "就任",
        "宣布",
        "宣读",
        "到会",
        "与会",
    ]
)
#: Letters that close a clause in names only; 和 before an act, where nobody is named behind it.
_LAST_LETTER = re.compile(
    r"[来为同和向致作获就及](?=[,。;:、()]|$)"
    r"|和(?=(?:主持|出席|参加|陪同|调研|检查|督导|督查|视察|考察|会见|走访|慰问|听取|深入)(?![^,。;]{0,12}(?:[组团队员人的者]|等)))"
    r"|同(?=随行|随同|陪同|一同|共同|主持|出席|参加|带队|率队|列席|检查|调研|介绍|汇报|作|讲话|致辞)"
    r"|来(?=主持|随同|随行|带队|率队|陪同|深入|会见|强调|指出|表示|一行|等)"
)
#: `叶尔肯·`, `阿里木江·`: what stands before the last part of a name.
_PARTS_HEAD = re.compile(rf"(?:[{HAN}]{{1,8}}·){{1,3}}")
_LONGEST_PART = 8
#: `对同志的到来表示欢迎`, `县长等的工作`, `院长宣读他的报告`, `同志宣读了`: letters of no short name.
_NOT_IN_NAME = re.compile("[的他她们了]|^等")
#: What persons alone do.
_ACTS = re.compile(
    "主持|出席|参加|陪同|带队|率队|带领|率领|会见|接见|深入|讲话|致辞|一行|宣布|宣读|强调|指出|应邀|前往|到|赴"
)
#: Surnames that open so many names of places that only an act tells them (`海清波主持`).
_SELDOM_SURNAMES = frozenset("海")
#: What words for several people end in.
_OF_MANY = frozenset("民众员人士工者生师友客商户团队组家属群部体业眷")
_NO_LAST = frozenset(
    "周月日年节会书案表单网群组团队站点线课班期度权费款业员者家界性化力法率量类型级社区县市省州旗镇乡村"
)
_NO_FIRST = frozenset("为以在就将被把给与不也还均来做讲")
#: `特古斯到我旗督导`: no name is written with what says where somebody went.
_ON_THE_WAY = re.compile("[到赴]")
#: Nor is a place behind 从 one, whose way goes on (`从东江出发`).
_SETS_OUT = re.compile("[到赴来前出回返向]|为止|起")
_LEVEL_LETTERS = frozenset("省市县区旗州盟镇乡")
#: `海 涵主持`: printers part a surname from a short given name.
_PARTED = re.compile(r"(?P<surname>[\u4e00-\u9fff]{1,2})(?P<gap>[ \u3000]{1,3})[\u4e00-\u9fff]{1,2}")
#: `席 文 娟`: in narrow columns all letters are parted.
_SPREAD = re.compile(r"(?P<surname>[\u4e00-\u9fff])[ \u3000]{1,2}[\u4e00-\u9fff][ \u3000]{1,2}[\u4e00-\u9fff]")


def name_length(text: str, start: int, stop: int) -> int:
    """How many characters from `start`, right behind a post, are a name: the shortest that a verb or a mark follows; 0 if none is."""
    length = (
        _letters_apart(text, start, stop)
        or _joined_parts(text, start, stop)
        or _behind_joining_surname(text, start, stop)
        or _behind_surname(text, start, stop)
    )
    if length:
        return length
    for length in (2, 3):
        name, verb = text[start : start + length], AFTER.match(text, start + length)
        if (
            verb is not None
            and (len(verb.group()) > 1 or verb.group() == "赴")
            and plain_name(name)
            and not _opens_with_act(name)
            and (not is_word(name) or (length == 3 and is_given(name[1:])))
        ):
            return length  # 赛某调研: the words behind are an act, not the rest of a longer name
    for length in (4, 5, 6, 7, 3, 2):
        name = text[start : start + length]
        if (
            start + length <= stop
            and AFTER.match(text, start + length)
            and plain_name(name)
            and (length > 3 or not is_word(name) or (length == 3 and is_given(name[1:]) and not is_one_word(name)))
            and not _opens_with_act(name)
            and not (length > 3 and _ON_THE_WAY.search(name, 2))
        ):
            return length
    return _opening_as_a_word(text, start, stop) or _before_any_word(text, start, stop)


def _letters_apart(text: str, start: int, stop: int) -> int:
    """The length of a name whose letters blanks part (`席 文 娟主持`, `海 涵主持`), with the blanks; 0 if there is none."""
    spread = _SPREAD.match(text, start, stop)
    if spread is not None and spread["surname"] in surnames() and AFTER.match(text, spread.end()):
        return spread.end() - start
    parted = _PARTED.match(text, start, stop)
    if parted is None or parted["surname"] not in surnames():
        return 0
    return next((end - start for end in (parted.end("gap") + 1, parted.end()) if AFTER.match(text, end)), 0)


def _behind_surname(text: str, start: int, stop: int) -> int:
    """The length of a name with a usual surname, up to where it ends; 0 if none ends here."""
    compound = text[start : start + 2] in surnames()
    if not compound and text[start : start + 1] not in surnames():
        return 0
    for length in (3, 4, 2) if compound else (2, 3):  # 欧阳致远会见: 致 is no act there
        name, end = text[start : start + length], start + length
        if end <= stop and _ends(text, end) and plain_name(name) and not _opens_with_verb(name):
            return length
    return 0


def _opens_with_verb(letters: str) -> bool:
    """Whether letters begin with an act of two letters and more (`由某同志宣布鼎和集团的决定`: 宣 is a surname elsewhere)."""
    act = AFTER.match(letters)
    return act is not None and 1 < len(act.group()) < len(letters)


def _opens_with_act(letters: str) -> bool:
    """Whether letters begin with an act, so that another one behind them ends no name (`其余领导为副指挥长`, `县长担任总指挥`)."""
    act = AFTER.match(letters)
    return act is not None and (len(act.group()) > 1 or letters[0] in _NO_FIRST)


def _ends(text: str, end: int) -> bool:
    """Whether a name ends at `end`: an act, a joining word or a mark follows, and no letter that closes the name itself.

    来 with nothing behind it (`会见客商马春来。`), and 和 before an act (`陪同王永和调研茶山`), are the last letter of a name.
    """
    return AFTER.match(text, end) is not None and _LAST_LETTER.match(text, end) is None


def _joined_parts(text: str, start: int, stop: int) -> int:
    """The length of a name whose parts `·` joins (`阿不来提·哈斯木到七十二团`); 0 if there is none.

    A letter that transcribes goes on with the name, though one before it may be a verb elsewhere (来).
    """
    head = _PARTS_HEAD.match(text, start, stop)
    if head is None or ((verb := AFTER.match(text, start)) is not None and len(verb.group()) > 1):
        return 0  # 县领导走访困难群众·县政府…: the titles of two items, one behind the other
    for end in range(head.end() + 1, min(head.end() + _LONGEST_PART, stop) + 1):
        verb = AFTER.match(text, end)
        if verb is not None and (len(verb.group()) != 1 or not _goes_on(text[end + 1 : end + 2])):
            return end - start if may_be_name(text[start:end]) else 0
    return 0


def _goes_on(letter: str) -> bool:
    return is_transcribing(letter) or letter in ("来", "不")


def _behind_joining_surname(text: str, start: int, stop: int) -> int:
    """The length of a name behind a surname that joins others elsewhere (`副县长和丽华参加`, not `副县长和村民座谈`).

    What stands behind a post and 从 is a place mostly (`副县长从东门到会场`): there only letters of given names are one, and no way follows.
    """
    by = text[start : start + 1] == "由" and not is_name(
        text[start + 1 : start + 3]
    )  # 组长由康宁担任: 由 leads to a name
    if (by or text[start : start + 1] == "从") and is_given(text[start + 1 : start + 3]):
        verb = AFTER.match(text, start + 3)
        ends = start + 3 <= stop and verb is not None and (by or _SETS_OUT.match(text, start + 3) is None)
        return 3 if ends else 0
    if text[start : start + 1] != "和":
        return 0
    for length in (2, 3):
        name, verb = text[start : start + length], AFTER.match(text, start + length)
        if start + length <= stop and is_joining_name(name) and verb is not None:
            if length == 2 and len(verb.group()) == 1:
                continue
            personal = not is_word(name[1:]) or is_given(name[1:])
            return length if personal and name[-1] not in _OF_MANY and AFTER.match(name, 1) is None else 0
    return 0


def _opening_as_a_word(text: str, start: int, stop: int) -> int:
    """The length of a name whose beginning is an everyday word, before what persons alone do (`副厅长劳动光带领`); 0 if none is.

    Everyday words that go on (`劳动节`), and what bodies, meetings and papers end in, are no names.
    """
    name = text[start : start + 3]
    if start + 3 > stop or is_joining_surname(name[:1]) or _ACTS.match(text, start + 3) is None:
        return 0
    if name[0] not in surnames() and name[0] not in _SELDOM_SURNAMES:
        return 0
    if not name[2:].strip() or name[2] in _NO_LAST or is_one_word(name):
        return 0
    if is_title(name) or is_unit(name) or is_crowd(name):
        return 0
    return 3


def _before_any_word(text: str, start: int, stop: int) -> int:
    """The length of a name with a usual surname behind which any word stands (`赵志国通报`), or 的; 0 if none does.

    No list of verbs is whole. The words tell the end: 国通 is none, 通报 is one. A given name that is a word itself (`王强化管理`) may be
    the verb.
    """
    if text[start : start + 1] not in surnames():
        return 0
    for length in (3, 2):
        name, end = text[start : start + length], start + length
        if end + 2 > stop or not plain_name(name) or any(map(is_one_word, (name, name[1:]))):
            continue
        if length > 2 and name[-1] in _LEVEL_LETTERS:
            continue  # 郑某县人民医院: behind a post any word of a paper may stand, so a place too
        if (text[end] == "的" or is_word(text[end : end + 2])) and not is_word(text[end - 1 : end + 1]):
            return length
    return 0


def plain_name(name: str) -> bool:
    """Whether letters may be a name where a name stands, and are none of the words that stand there too (`书记主持`)."""
    return (
        may_be_name(name)
        and not (len(name) < 4 and _NOT_IN_NAME.search(name))
        and name not in _NO_NAME
        and not any(word in name for word in ("领导", "负责", "主持", "出席", "参加"))
        # 区住房(和城乡建设局): the body of a place begins so, though 区 is a surname too.
        and not (name[0] in _LEVEL_LETTERS and is_word(name[1:]))
    )
