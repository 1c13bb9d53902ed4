"""A name for a roster whose body is printed without one: out of its kind, its plan, its system or its title."""

from __future__ import annotations

import re

from loaders.gazette import groups
from loaders.gazette.groups import Named
from loaders.gazette.notice import Notice
from loaders.gazette.rosters_blocks import LONGEST, Block
from loaders.readers.paper import Passage

_KIND_IN_TEXT = re.compile(
    r"(?:工作)?领导小组|(?:现场)?指挥部|工作专班|工作小组|专项工作组|工作组|(?<![\u4e00-\u9fff])委员会"
)
_KIND_ALONE = re.compile(
    r"(?:成立|组建|设立|建立|调整|公布)(?:了)?(?P<name>(?:应急|救援|现场|专项|工作|协调|推进|我?[校院局县市区镇乡旗])*(?:领导小组|指挥部|专班|小组|工作组|委员会))"
)
#: Verbs of a title before the system they are about; no name begins in the middle of one.
_DONE = "关于|全面|推行|实行|施行|实施|建立|健全|完善|落实|深化|推进|推动|加强|强化|开展|做好|规范|印发|转发|下发|制定|调整|公布|明确|更新|变更|修订|进一步|通过|成立|设立"
#: `甲县林长制`; a bare `河长制` before 办公室 is part of the name of the organ that runs it (`甲县全面推行河长制办公室公告`).
_CHIEFS = re.compile(
    rf"(?:(?<![\u4e00-\u9fff])|(?<=(?:关于|全面|推行|实行|施行|实施|建立|健全|完善|落实|深化|推进|推动|加强|强化|开展|做好|规范|印发|转发|下发|制定|调整|公布|明确|更新|变更|修订|通过|成立|设立))|(?<=进一步))[对将]?(?P<name>(?:(?!{_DONE})[\u4e00-\u9fff]){{0,16}}(?:河湖|[河湖林田路链山])长制)(?P<organ>(?:工作)?(?:办公室|领导小组|联席会议|委员会))?"
)
#: `甲县全面推行河长制工作领导小组关于公布河长名单的公告`: the body of the chiefs announces who they are.
_CHIEFS_ANNOUNCE = re.compile(
    r"\s*(?P<name>[\u4e00-\u9fff]{2,16}(?:河湖|[河湖林田路链山])长制(?:工作)?(?:领导小组|联席会议|委员会))关于(?=公布|公示|调整|更新|明确|变更)"
)
#: `关于调整县级河湖长的通知`: chiefs whose system is not named.
_CHIEFS_ALONE = re.compile(
    r"(?:调整|公布|明确|更新|变更|设立|公示)(?:部分)?(?P<name>[\u4e00-\u9fff]{0,12}?(?:(?:河湖|[河湖林田路链])长[、和及]){0,2}(?:河湖|[河湖林田路链])长)(?=的|名单|人员|责任|$)"
)
#: `甲社区街长楼长公示`, `乙村河长林长公示牌`, `丙社区网格人员信息公示`: a list of them, published.
_CHIEFS_SHOWN = re.compile(
    r"(?P<name>(?!关于)[\u4e00-\u9fff]{2,16}?(?:(?:(?:[省市县区旗镇乡村]级)?总?(?:河湖|[河湖林田路链山街巷片]|楼栋?|单元|网格)长|网格(?:化)?(?:服务|管理)?(?:人员|员|队伍))[、和及]?){1,4})(?:名单|人员|信息|基本信息|情况|联系方式)?(?:公示[牌表]?|公告|公布|一览表|名单|信息表|花名册)\s*"
)
#: `某村护林领导小组及扑火队`: the body before what else the paper lists.
_BODY_AND = re.compile(
    r"\s*(?P<name>(?!关于)[^,。;:《》()、及和]{4,40}?(?:领导小组|指挥部|专班|工作组))[及和与][\u4e00-\u9fff、]{2,16}(?:人员)?(?:名单|公示|一览表)?\s*"
)
_LIST_TITLE = re.compile(
    r"\s*(?P<name>[\u4e00-\u9fff“”]{4,40}?)(?:组成)?(?:人员|成员)?(?:组织机构)?(?:名单|一览表|名册)\s*"
)
#: `《甲县人民政府公报》编辑委员会`, over the list of its members.
_BOARD = re.compile(r"\s*(?P<name>《[^《》]{2,30}》\s*编[辑审]委员会)(?:组成)?(?:人员|成员|名单)*\s*:?\s*")
#: `区防汛指挥部第一副指挥长：`, at the head of a line.
_LABELLED = re.compile(
    r"\s*(?:\d{1,2}[.、]\s*)?(?P<body>[\u4e00-\u9fff]{2,16}?(?:领导小组|指挥部|委员会|专班|联席会议))(?:第一|常务|执行)?副?(?:组长|指挥长|总指挥|召集人|主任):"
)
#: `甲县县乡河长名单`, a line over the list itself.
_CHIEFS_LISTED = re.compile(
    r"\s*+(?:附[件表]?\s{0,4}+\d{0,2}\s{0,4}+[:.、]?\s{0,4}+)?(?:\d{4}年)?(?:度)?(?P<name>(?!关于|现将)[\u4e00-\u9fff]{0,20}?(?:河湖|[河湖林田路链山])长)(?:制)?(?:责任)?(?:人员?|体系)?(?:名单|信息|情况|责任)?(?:调整)?(?:一览|统计|公示|信息|明细|名单|登记|安排|汇总)?(?:表|名单|名册|公示牌?)\s*+(?:\([^()]{1,12}\)\s*+)?"
)
_PEOPLE = re.compile("(?:组成)?(?:人员|成员)$")
_LONGEST_TITLE = 150
_LONGEST_LIST_TITLE = 60
_LONGEST_BARE = 4  # 河湖长制
_HEAD_OF_PAPER = re.compile(r"[^。;]{4,60}?(?:方案|预案|计划)(?:\([^()]{1,12}\))?(?=为|根据|按照|依据|一、)")
_TITLE_STEM = re.compile(
    r"(?:关于)?(?:印发|制定|下发|转发|报送|做好|开展)?(?P<stem>[^《》]{4,60}?)(?:人员)?(?:工作)?(?:实施)?(?:方案|预案|办法|计划|意见|细则|规程|(?:名单|制度)(?:公示|公告)?)(?:\([^()]*\))?(?:的通知)?$"
)
#: What a title says of its matter before naming it, the longest first.
_LEADS = (
    *(f"关于{verb}" for verb in ("印发", "制定", "做好", "开展", "公布", "调整", "明确", "更新", "变更")),
    "关于", "印发", "公布", "开展", "做好",
)  # fmt: skip


def name_of(notice: Notice, block: Block) -> Named | None:
    """A name for a roster whose body is only called 领导小组: the matter of the plan, with the kind if it is printed."""
    if (headed := _over_its_list(notice.title)) is not None:
        return headed
    if (labelled := _in_its_label(notice, block)) is not None:
        return labelled
    if (both := _BODY_AND.fullmatch(notice.title.text)) is not None:
        low, high = both.span("name")
        return Named(notice.title.printed(low, high), "title", notice.title, low, high, confidence=0.8)
    stem = _stem_of(notice.title)
    if stem is None:
        return _only_a_kind(notice, block)
    words = " ".join(passage.text for passage in block.passages[:4])
    if block.heading is not None:
        words = block.heading.text + " " + words
    kind = _KIND_IN_TEXT.search(words)
    return groups.renamed(stem, stem.name + kind.group()) if kind and not stem.name.endswith(kind.group()) else stem


def _in_its_label(notice: Notice, block: Block) -> Named | None:
    """The body in the first label of a list (`区防汛指挥部指挥长：甲，副指挥长：乙`), by its full name if it or its office signs."""
    for line in block.lines:
        match = _LABELLED.match(line.text) if ":" in line.text else None
        if match is None:
            continue
        if groups.is_generic(match["body"]):
            return None
        signed = notice.signature
        whole = signed.text.strip().removesuffix("办公室") if signed is not None else ""
        if signed is not None and groups.kind_of(whole) and _is_short_for(match["body"], whole):
            low = signed.text.index(whole)
            return Named(whole, "list", signed, low, low + len(whole), confidence=0.8)
        low, high = match.span("body")
        return Named(line.printed(low, high), "list", line, low, high, confidence=0.8)
    return None


def _is_short_for(words: str, name: str) -> bool:
    """Whether the letters of a short name stand in a longer one in the same order: 区创卫领导小组 in 甲区创建卫生城区领导小组."""
    letters = iter(name)
    return len(name) > len(words) and all(letter in letters for letter in words)


def _stem_of(title: Passage) -> Named | None:
    """The matter of a plan as the name of its unnamed leading body (`…演练方案` -> `…演练`)."""
    flat = "".join(title.text.split())
    if len(flat) > _LONGEST_TITLE:  # a whole paper on one line
        head = _HEAD_OF_PAPER.match(flat)
        flat = head.group() if head is not None else ""
    match = _TITLE_STEM.search(flat)
    if not match:
        return None
    places = [place for place, character in enumerate(title.text) if not character.isspace()]
    low, high = match.span("stem")
    for lead in _LEADS:
        at = flat.rfind(lead, low, high)
        if at >= 0:
            low = at + len(lead)
    people = _PEOPLE.search(flat, low, high)
    if people is not None and groups.kind_of(flat[low : people.start()]):
        high = people.start()  # …委员会成员名单公示
    if high - low < 4:
        return None
    first, last = places[low], places[high - 1] + 1
    return Named(title.printed(first, last), "title", title, first, last, confidence=0.7)


def _over_its_list(title: Passage) -> Named | None:
    """`甲县…指挥部组成人员名单`: a list without an act, headed by the body itself. A bare `甲县…委员会` is the page of an organ."""
    body = groups.from_heading(title)
    said = body is not None and title.text[body.end :].strip(" \u3000:") != ""
    return body if body and said and not groups.is_generic(body.name) and not groups.level_of(title.text) else None


def _only_a_kind(notice: Notice, block: Block) -> Named | None:
    """A body that its paper calls by its kind alone (`决定成立应急领导小组`): over a roster that is its name."""
    for passage in (notice.title, *block.passages[:4]):
        if len(passage) <= LONGEST and (match := _KIND_ALONE.search(passage.text)) is not None:
            low, high = match.span("name")
            return Named(passage.printed(low, high), "sentence", passage, low, high, confidence=0.7)
    # 林长制 has no kind of body in its name; neither has a list of which the title is all there is.
    title = notice.title.text
    system = (
        _system(title) or _CHIEFS_ALONE.search(title) or _CHIEFS_SHOWN.fullmatch(title) or _LIST_TITLE.fullmatch(title)
    )
    if system is not None:
        low, high = system.span("name")
        return Named(notice.title.printed(low, high), "title", notice.title, low, high, confidence=0.6)
    if (over_list := _chiefs_over_list(block)) is not None:
        return over_list
    for passage in block.passages[:4]:  # a copy that runs title and text together
        about = passage.text.find("关于") if "长的通知" in passage.text else -1
        if about >= 0 and (chiefs := _CHIEFS_ALONE.match(passage.text, about + 2)) is not None:
            low, high = chiefs.span("name")
            return Named(passage.printed(low, high), "sentence", passage, low, high, confidence=0.6)
    return None


def _system(title: str) -> re.Match[str] | None:
    """The system of chiefs a title names, that of a place or one by itself, or the body that runs it and announces the chiefs."""
    if (announced := _CHIEFS_ANNOUNCE.match(title)) is not None:
        return announced
    match = _CHIEFS.search(title)
    return None if match is not None and match["organ"] and len(match["name"]) <= _LONGEST_BARE else match


def _chiefs_over_list(block: Block) -> Named | None:
    """The chiefs by the heading of their list, where the title of the paper tells only who announces it: `甲县县乡河长名单`."""
    for line in block.lines:
        match = (
            _CHIEFS_LISTED.fullmatch(line.text) if "长" in line.text and len(line.text) <= _LONGEST_LIST_TITLE else None
        )
        if match is not None:
            low, high = match.span("name")
            return Named(line.printed(low, high), "heading", line, low, high, confidence=0.8)
    return None


def board_of(notice: Notice) -> Named | None:
    """The editorial board of a gazette: the heading of its list, if it has the gazette's name, or out of 主编 and 编委会主任 without one."""
    for line in notice.text_lines():
        if "委员会" in line.text and (match := _BOARD.fullmatch(line.text)) is not None:
            low, high = match.span("name")
            return Named(line.printed(low, high), "heading", line, low, high, confidence=0.95)
    name = notice.issue.split("公报")[0] + "公报" if "公报" in notice.issue else ""
    if not name or not any(
        "编委会" in line.text or re.match(r"\s*主\s*编\s*:", line.text) for line in notice.text_lines()
    ):
        return None
    title = notice.title
    return Named(f"{name}编辑委员会", "title", title, 0, len(title.text), confidence=0.8)
