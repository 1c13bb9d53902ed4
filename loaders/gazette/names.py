"""What a name, a title, a unit and a crowd look like: the words by which persons are known in all kinds of paper.

A name is two to four Han characters behind a surname (inner spaces dropped), a compound surname with one or two, parts
joined by `·`, or a longer name without surname (`那仁满都拉`) where its place in the line leaves no doubt. A title ends
in the words posts end in; surnames and posts are those of `graph/data`.
"""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache
from pathlib import Path

import graph

_DATA = Path(graph.__file__).parent / "data"
_REMEMBERED = 16_384  # words whose look is kept: one paper prints the same names and titles again and again
_LONGEST_END = 40  # no title and no unit is told by more letters than its last ones
_LONGEST_NAME = 36  # four parts of eight letters with · between
WHITE = re.compile(r"\s+")
HAN = "\u3007\u3400-\u9fff"
_HAN_ONLY = re.compile(rf"[{HAN}]+")
_PARTS = re.compile(rf"[{HAN}]{{1,8}}(?:·[{HAN}]{{1,8}}){{1,3}}")
_SPACED_NAME = re.compile(rf"([{HAN}]{{1,2}})[ \u3000]{{1,4}}([{HAN}]{{1,2}}|[{HAN}][ \u3000]{{1,2}}[{HAN}])")
#: What posts end in; suffixes cover new posts (总畜牧师, 督导员) that no list holds.
TITLE_END = re.compile(
    r"(?:书记|总理|(?:候选|提名)?人选|候选人|主任|委员|常委|主席|经理|政委|助理|顾问|主编|编辑|干事|干部|督学|教授|专员|秘书|会计|出纳|代表|负责人|联系人|联络人|主管"
    r"|主持|参谋|专干|总监|总裁|董事|监事|苏木达|嘎查达|牧师|律师|医师|护士|农艺师|工程师|会计师|经济师|统计师|规划师|畜牧师|兽医师|检验师|教师"
    r"|讲师|技师|导师|管理师|调研员|科员|教导员|指导员|组织员|司令员|检察员|审判员|督察员|巡视员|督导员|参事|警长|参赞|法官|检察官|主办|领班"
    r"|[^年成增生校家班擅特专队延]长|校长|队长|班长|家长代表|法定代表人|总队长|会长|院士|专家|委员长|成员|组员|人员|队员|网格员|领导|主官|正职|副职|村官"
    r"|[一二三四五]级|[正副]?(?:科|处|厅|局|股|部)级|职员|司机|警官|民警|辅警|法人|店主|业主|[\u4e00-\u9fff]员|总[\u4e00-\u9fff]{1,3}师|医生|大夫|社工|教练|村医|老板)"
    r"(?:\([^()]{1,24}\))?$"
)
#: What bodies end in; one character of these is also a common end of given names and needs a longer word before it.
UNIT_END = re.compile(
    r"(?:委员会|政府|办公室|办事处|党委|政法委|发改委|卫健委|国资委|组织部|宣传部|统战部|人武部|武装部|法院|检察院|人大|政协|纪委|监委|团委|妇联"
    r"|残联|工会|总工会|科协|文联|工商联|侨联|红十字会|协会|学会|商会|基金会|供销社|合作社|联社|联合社|公司|公路段|养护段|[电工机车]务段|集团|银行|支行|分行|学校|中心校|中学|小学|大学"
    r"|学院|幼儿园|医院|卫生院|卫生室|中心|大队|支队|总队|中队|分队|部队|民兵[\u4e00-\u9fff]{0,4}[排连营]|(?:[委府协]|人大|街道)机关|预备役[\u4e00-\u9fff]{1,4}|[^\s][^\s带领率归排列入组军]队|派出所|街道|社区|苏木|嘎查|园区|军分区|警备区|歌舞团|艺术团|文工团|管委会|联合会|分局|监狱|海关|报社"
    r"|电视台|气象台|图书馆|文化馆|博物馆|档案馆|养老院|敬老院|卫生服务站|服务站|编办|府办|党办|单位|部门|机构|企业|[局厅署]|[^\s]{2}(?:委|办|处|科|所|站|院|部|会|室|镇|乡|股)|(?:[民刑行商立知][一二三四五六七]|审判|民事|刑事|商事|执行|行政审判|少年|派出|人民)法?庭)$"
)
_CROWD = re.compile(
    r"^(?:各|全体|所有|有关|相关|其他|其余|本级|所属|下属|辖区|驻)"
    r"|(?:门卫|保安|保洁|值班人员|工作人员|负责人|负责同志|班主任|班子成员|全体教师|全体人员|志愿者|(?:食堂|门卫|门岗|保安|安保|保洁|医护|工勤|物业|值守)人员|(?:保安|门卫)(?:班|队)?[一二三四五六七八九十两\d]{1,2}[人名]|宿管|校医|员工|职工|教职工|领导)$"
    r"|(?:值[班周日夜守]|当[班堂日值]|带班|在岗|跟班|跟车|护导)(?:教师|老师|医[生师]|护士|民警|司机|干部|教官)$"
    r"|全体[\u4e00-\u9fff]{0,6}(?:人员|干部|[教医药技]师|医生|护士|党员|成员|队员|师生)$|[\u4e00-\u9fff]{2,8}全体$"
)
#: Surnames that are words between words too, and letters that no given name behind one holds.
_JOINING_SURNAMES = frozenset("和从由")
#: Letters of given names, by which an everyday word behind 和 is one (`和志远`).
_GIVEN = frozenset(
    "泰丽华志远建军国强学正平春光永文明红云海金玉秀英晓东伟勇峰军立新生荣福贵庆松林康宁德仁义礼智信忠孝良善贤俊杰雄武刚毅"
    "业彩霞晨阳辉星月雪梅兰芳香莲菊凤燕珍珠琼瑶珊静雅慧敏淑娟婷美娜涛波江河泽润鹏飞翔龙虎骏成功胜利万家振兴世昌耀祖继锋"
    "宏洪浩斌彬磊鑫森琳琴玲萍萌蕾薇颖莉莎艳倩芬芸茜茹蓉琪琦瑞瑾璇璐博宇轩旭昊晖晶楠桦梓沁洋滨炜焕煜祥禄秋竹绍维翠聪艺"
    "裕诚达邦钧铭隆雁顺麟恩惠承敬鸿丹虹秉根树"
)
_LEVEL = re.compile("[副省市县区旗州盟镇乡局厅委办处科股部责职等的为任是在和与及或由将被其各相有]")
#: Words that no name begins or ends with though their first character is a surname.
NO_NAME = re.compile(
    r"^(?:招[商生聘标引录募收投牌待揽考工租采兵手呼领徕拍才贤财]|稽[查核征]|班子|任课|任教|管[好住]$|原(?:常务|常委|党[组委]|[副任定])|第[一二三四五六七八九十]{1,3}[章条节编款]|纪工委|身份证|电话|手机|邮箱|微信|住址|方面|任务|时间|单位|成员|组成|成立|负责|全体|全县|全市|全区|全旗|全镇|全乡|全校|全面|有关|相关|各|其他|常务|常委|党委|党组|党员|党支部|党总支|党工委|党政"
    r"|党校|门卫|安全|安监|安保|应急|职[务责称级位]|和|及|与|由|从|于是|农业|农村|水利|水务|民政|林业|公安|司法|财政|经济|经信|计划|管理|温馨|通知|通讯|通信|高级"
    r"|高新|高中|高一|高二|高三|师生|师范|师傅|计生|包括|主要|分管|路政|路长|石油|金融|金额|政府|政协|政法|乡镇|国土|国有|国家|项目|项 ?目|养老|车辆|车管|文化|文明(?:$|[办委城市户村镇校区县站岗]|.{2})|文旅|文教"
    r"|明确|明年|时限|武装|武警|支部|信访|信息|包村|包联|包保|解放军|满足|荣誉|宣传|施工|商务|商会|商业|钱款|广播|广电|易地|能源|能够"
    r"|牧业|景区|容许|关于|关心|关工|查处|查找|国资|年度|年级|后勤|家长|家庭|干部|干事|纪检|纪委|劳动|劳务|交通|交警|环保|环卫|环境|规划|规定"
    r"|简历|简介|简要|简况|仓库|仓储|操作|操场|操控|普查|普通|普及|普遍|普法|普惠|纳入|纳税|纳米|秘书|竹木|豆制|碧水|初中|初[一二三]|初级|初步|植物|植树|宾馆|银行|都[是由为要在已有能不将按]|那么|毛利|万元|万人|生产|生态|生活|卫生|卫健|卫计|体育|体检|教育|教师|教务|教科|教导|教研|城管|城建|城乡|保险|保障|保卫|法院|法制|法治|物价|物业|市场"
    r"|市政|税务|审计|统计|统战|编办|编制|组织|动物|动员|食品|食堂|药品|粮食|畜牧|烟草|电力|电信|移动|联通|邮政|气象|消防|武部|人武|人大|人事|人社|人力)"
    r"|(?:书记|主任|委员|局长|部长|处长|科长|所长|站长|镇长|乡长|县长|区长|市长|旗长|队长|校长|院长|组长|会长|主席|经理|政委|助理|顾问|政府|办公室|工作|小组|同志|代表"
    r"|部门|单位|机构|企业|[局厅族]|等|[一二三四五六七八九十两][人名位个])$"
)

#: A long name without a surname is written in characters that transcribe; two of these let it pass.
_TRANSCRIBING = frozenset(
    "阿巴白宝毕别布查朝其策达丹岱嘎道德登丁都额恩尔法吉格根古哈海罕好呼吉加嘉卡克库拉喇勒力利连玛满毛蒙米敏莫木慕那娜尼努诺帕其齐奇青清热日"
    "如萨赛桑沙斯苏索塔特天图陶吐娃娃乌希肖雅亚依伊亦义音英永玉扎仁曼孜丽买合提江旦央珠次卓洛追平措多杰才让扎西加措尼玛贡布木高娃斯琴其木格"
    "呷绒泽拥珍旺堆曲顿邓朗俄姆绕罗约惹且托娅边普赤宗主"
)


@cache
def surnames() -> frozenset[str]:
    """All surnames, simple and compound (`graph/data/surnames.csv`)."""
    with (_DATA / "surnames.csv").open(encoding="utf-8", newline="") as handle:
        return frozenset(row["surname"] for row in csv.DictReader(handle))


def is_surname(words: str) -> bool:
    """Whether words are a surname, simple or compound."""
    return words in surnames()


@cache
def bare_posts() -> frozenset[str]:
    """Words that are a post as they stand (`局长`, `三级调研员`; `graph/data/posts.csv`)."""
    with (_DATA / "posts.csv").open(encoding="utf-8", newline="") as handle:
        return frozenset(row["position"] for row in csv.DictReader(handle))


def is_name(words: str) -> bool:
    """Whether words (white space allowed inside) are a person's name by shape alone: a surname and a given name."""
    return _is_name(words[:60])


@lru_cache(maxsize=_REMEMBERED)
def _is_name(words: str) -> bool:
    flat = "".join(words.split())
    if "·" in flat:
        return _PARTS.fullmatch(flat) is not None
    if not 2 <= len(flat) <= 4:
        return False
    compound = len(flat) >= 3 and flat[:2] in surnames()
    if not compound and (flat[0] not in surnames() or len(flat) == 4):
        return False
    if not _HAN_ONLY.fullmatch(flat) or NO_NAME.search(flat):
        return False
    return compound or (not TITLE_END.search(flat) and not UNIT_END.search(flat))


def is_joining_surname(letter: str) -> bool:
    """Whether a surname is a word between words too (`和`, `从`)."""
    return letter in _JOINING_SURNAMES


def is_joining_name(words: str) -> bool:
    """Whether words are a name behind a surname that joins others elsewhere (`和志远`): what follows is no name of its own.

    In `和王五` it joins. To be asked only of words that stand where a whole name does. Behind 由 nothing is one but a usual
    given name of two letters (`由志强`, not `由专人`).
    """
    given = words[1:]
    if words[:1] == "由" and not (len(given) == 2 and (is_given(given) or _is_given(given))):
        return False
    if words[:1] not in _JOINING_SURNAMES or not 1 <= len(given) <= 2 or not _HAN_ONLY.fullmatch(given):
        return False
    if _is_name(given) or NO_NAME.search(given) or _LEVEL.search(given) or _CROWD.search(given):
        return False
    if TITLE_END.search(given) or UNIT_END.search(given):
        return False
    return not is_one_word(words) or _is_given(given)


def is_spaced_name(words: str) -> bool:
    """A surname and a given name parted by white space (`和 雅静`, `全 胜利`): printers part names so, and no everyday words."""
    match = _SPACED_NAME.fullmatch(words.strip())
    return match is not None and match[1] in surnames()


def is_name_like_unit(words: str) -> bool:
    """Whether three letters end as a small body does and are a name before a post with its place (`苟登科  县林业局局长`)."""
    return (
        len(words) == 3
        and words[0] in surnames()
        and _HAN_ONLY.fullmatch(words) is not None
        and words[2] in "科院部乡林"
        and not NO_NAME.search(words)
        and not is_word(words[:2])
        and not is_one_word(words)
    )


def is_double_name(words: str) -> bool:
    """Whether four letters are a given name behind two surnames (`龙普某某`); to be asked only of a word before a post."""
    return (
        len(words) == 4
        and words[0] in surnames()
        and _HAN_ONLY.fullmatch(words) is not None
        and not NO_NAME.search(words)
        and not TITLE_END.search(words)
        and not UNIT_END.search(words)
        and not is_crowd(words)
        and not is_word(words[:2])
        and not is_word(words[:3])
        and not is_one_word(words)
    )


def names_the_place(post: str) -> bool:
    """Whether a post is printed with the place of its body (`县林业局局长`), as behind a name."""
    return len(post) >= 5 and post[0] in "省市县区旗州盟镇乡" and is_title(post)


def may_be_name(words: str) -> bool:
    """Whether words may be a name where the line has a place for one: also without surname (`莎莎`, `额登毕力格`)."""
    if is_spaced_name(words):
        return True
    flat = "".join(words.split())
    return len(flat) <= _LONGEST_NAME and _may_be_name(flat)


@lru_cache(maxsize=_REMEMBERED)
def _may_be_name(flat: str) -> bool:
    if _is_name(flat):
        return True
    if not 2 <= len(flat) <= 9 or not _HAN_ONLY.fullmatch(flat) or NO_NAME.search(flat):
        return False
    if TITLE_END.search(flat) or UNIT_END.search(flat) or _CROWD.search(flat):
        return False
    if len(flat) <= 3:
        return True
    return sum(character in _TRANSCRIBING for character in flat) >= (len(flat) + 1) // 2


def is_transcribed(words: str) -> bool:
    """Whether words are a long name without surname, written in characters that transcribe (`乌云其其格`, `那仁满都拉`)."""
    return 4 <= len(words) <= 9 and _is_transcribed(words)


@lru_cache(maxsize=_REMEMBERED)
def _is_transcribed(words: str) -> bool:
    strange = sum(character not in _TRANSCRIBING for character in words)
    return strange * 5 <= len(words) and _may_be_name(words)


def is_transcribing(letter: str) -> bool:
    """Whether a letter is one of those in which names of peoples without surnames are written (`买`, `提`)."""
    return letter in _TRANSCRIBING


def is_title(words: str) -> bool:
    """Whether words end as a post or rank does."""
    return _is_title("".join(words.split())[-_LONGEST_END:])


def is_unit(words: str) -> bool:
    """Whether words end as the name of a body does (`区财政局`, `各镇人民政府`)."""
    return _is_unit("".join(words.split())[-_LONGEST_END:])


@lru_cache(maxsize=_REMEMBERED)
def _is_title(end: str) -> bool:
    return TITLE_END.search(end) is not None


@lru_cache(maxsize=_REMEMBERED)
def _is_unit(end: str) -> bool:
    return UNIT_END.search(end) is not None


def is_crowd(words: str) -> bool:
    """Whether words name a function or several unnamed people (`各班主任`, `食堂负责人`)."""
    return bool(_CROWD.search("".join(words.split())))


def is_rare_name(words: str) -> bool:
    """A name without surname where only a person can stand (`娜扎提同志`): a long transcription, or no everyday word."""
    if any(is_title(words[:size]) for size in range(2, len(words) - 1)):
        return False  # 副局长阿某: a post and a name
    if may_be_name(words):
        return len(words) > 3 or not is_word(words)
    return len(words) in (4, 5) and is_no_words(words)


def is_no_words(words: str) -> bool:
    """Whether letters make up no everyday word, no post, no body and no crowd (`阿苦伍支`): a name of a people without surnames."""
    if not _HAN_ONLY.fullmatch(words) or NO_NAME.search(words) or _LEVEL.search(words):
        return False
    return not (TITLE_END.search(words) or UNIT_END.search(words) or is_crowd(words) or is_word(words))


@cache
def is_word(words: str) -> bool:
    """Whether everyday words make up the letters (`办公`, `信箱`, `视察组`); a name without a surname does not."""
    import rjieba

    return any(len(word) > 1 for word in rjieba.cut(words, False))


def is_given(letters: str) -> bool:
    """Whether letters that may be a word too are those of a given name (`折建平主持`: 建平 is a county elsewhere)."""
    return letters != "" and _GIVEN.issuperset(letters)


@cache
def _is_given(words: str) -> bool:
    """Whether the dictionary knows letters as what persons are called (`志强`), and not as another word (`稀泥`, `平鸽`)."""
    import rjieba

    tagged = rjieba.tag(words, False)
    return len(tagged) == 1 and tagged[0][1].startswith("nr")


@cache
def is_one_word(words: str) -> bool:
    """Whether the letters are one everyday word (`直通车`); `禾苗青` holds one and is none."""
    import rjieba

    return len(rjieba.cut(words, False)) == 1
