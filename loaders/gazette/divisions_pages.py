"""Papers that divide work without saying so: pages of leaders (领导之窗) and sentences that go from leader to leader.

They have no title that speaks of a division. What shows it is their language: over a paragraph that begins with a verb of
charge stands a leader with a post, and the paragraph holds several charges, one of them of a kind that only leaders have
(`分管…`, `协助区长负责…`, `主持…工作`); or several leaders with posts have such charges one after the other. 负责 alone shows
nothing: bodies, offices, teams and teachers are in charge of something too.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from loaders.gazette import subjects
from loaders.gazette.blocks import labelled
from loaders.gazette.divisions_objects import Charge
from loaders.gazette.divisions_verbs import opens_with_verb
from loaders.gazette.notice import Notice
from loaders.gazette.persons import Mention, is_name
from loaders.gazette.web_pages import is_border
from loaders.readers.paper import Passage

#: A line that begins with a charge, perhaps behind a label or a number, or a leader's post shortly before a charge.
PAGE_SIGN = re.compile(
    r"(?:^|\n)[ \t\u3000]*(?:\[?[\u4e00-\u9fff]{0,2}分\s*工\s*[:\]]{1,2}|[\d一二三四五(]{1,3}[.、)]{1,2})?\s*(?:协助|主持|分管|主管|协管|负责|领导|联系)"
    r"|(?:[长任记席理员师]|同志|\))[^\n。;:、]{0,12}?:?\s*(?:分管|主管|协管|协助|主持)(?!领导|部门|单位|召开|会议)"
)
#: Of these charges at least one stands where leaders have theirs.
LEADERS_SIGN = re.compile(
    r"分管(?!领导|负责|的|副|部门)|主管(?!部门|单位|领导|机关|的|副|局|人)|协管(?!员)|(?:主持|领导)[^,。;:\n]{0,24}工作"
    r"|(?:协助|辅助|配合)[^,。;\n]{1,14}?(?:负责|分管|抓|做好|处理|管理|主持|联系)|[\n。;,]\s*联系(?!人|方式|电话|地址|邮箱)"
)
#: Titles of papers that tell or ask of charges in passing, and of notices of something else (`关于…的通知`).
_NO_PAGE = re.compile(
    r"关于(?!我们)|讲话|发言|致辞|总结|汇报|报告|述职|公示|公告|任免|任前|值班|应急(?!管理|局)|演练|会议(?!成员|组成)|活动|倡议|答复|回复|招聘|招标|采购|通讯录|联系方式|制度|规程|规划(?![和与]|局|分局|建设)|要求"
)
#: `主持县政府全面工作`, `主持日常工作`; `主持省级课题`, `主持会议` are another thing.
_PRESIDES = re.compile(r"(?:主持|领导)[^,。;:]{0,24}工作(?=[,。;、()\s并和]|$)")
_PRESIDES_OVER_ALL = re.compile(r"主持[^,。;:]{0,20}(?:全面|日常|行政|常务|党务|党政)工作(?=[,。;、()\s并和]|$)")
#: Who speaks to an audience or of himself tells of charges and gives none.
_SPOKEN = re.compile(r"同志们|各位|大家好|本人|我们|述职人|答\s*:")
#: News, and notices of who is to get a post, say in passing what somebody is in charge of.
_IN_PASSING = re.compile(
    r"近日|日前|[上下]午|(?:指出|强调|要求|表示)[,:]|讲话|出席|拟任|任命|任前|考察对象|(?<!外出)(?<!出差)(?<!休假)(?<!学习)(?<!离岗)期间|以来|多年|余年|荣获|获得|评为|事迹"
)
#: Roles in a group (`组长：丁一`): what they are in charge of is the group's work, and no desk.
_ROLE = re.compile(
    r"(?:[\u4e00-\u9fff]{0,16}[组部专班])?(?:第一|常务|执行)?副?(?:组长|总?指挥长?|召集人|总?河长|林长|路长|链长|田长|网格长|领队|责任人)|成员|组员|联络员|班主任"
)
_LEADERS_POST = re.compile(r"[省市县区旗州盟镇乡]长|书记|常委|党组|党委|党工委")
_NAME_AND_POST = re.compile(r"(?:姓\s*名|职\s*务)\s*[:\]]")
#: Posts that are helped by offices and their clerks, and not by the next leader.
_NO_HEAD = re.compile(r"领导|负责人|办公室|[科股处室站队]长")
_IN_TABLE = "portfolio/table"
RULE = "portfolio/page"
#: The rules of a division whose charges are those of `RULE` where no title speaks of a division.
_COMMON = frozenset({"portfolio/sentence", "portfolio/label", _IN_TABLE})
_SURE = 0.9


@dataclass(frozen=True, slots=True)
class Given:
    """A charge as a paper gives it: where it is printed, by which rule, and whether its persons stand over its paragraph."""

    passage: Passage
    charge: Charge
    rule: str
    below: bool


def may_be_page(notice: Notice) -> bool:
    """Whether it is worth looking for desks in a paper whose title does not speak of any."""
    title = notice.title.printed_folded()
    if notice.kind == "notice" and _NO_PAGE.search(title) and not is_border(title):
        return False
    text, first, last = notice.paper.folded, notice.lines[0].start, notice.lines[-1].end
    signs = (LEADERS_SIGN, PAGE_SIGN)
    return all(sign.search(text, first, last) for sign in signs) and _SPOKEN.search(text, first, last) is None


def desks(given: Iterable[Given], titles: Mapping[str, str]) -> frozenset[str]:
    """The leaders whom the language of a paper shows to have a desk; none if it shows no division of work.

    `given` are the charges that the paper gives if it is read as a division, `titles` the posts it prints with names.
    """
    below: dict[str, set[tuple[int, int]]] = {}
    leading: set[str] = set()
    liaising: set[str] = set()
    for one in given:
        if one.charge.ends:
            continue
        for mention in one.charge.persons:
            if not (_has_post(mention, titles) or _is_comrade(mention, one.passage)) or _ROLE.fullmatch(mention.person):
                continue
            if is_below(one):
                below.setdefault(mention.person, set()).add((one.passage.start, one.charge.verb_start))
                if one.charge.relation == "联系" and _LEADERS_POST.search(
                    mention.title or titles.get(mention.person, "")
                ):
                    liaising.add(mention.person)
            if _only_leaders(one) and not _IN_PASSING.search(one.passage.text):
                leading.add(mention.person)
    several = {person for person, clauses in below.items() if len(clauses) > 1}
    if several & leading or len(leading) > 1:
        return frozenset(leading)
    return frozenset(several & liaising) if len(several & liaising) > 1 else frozenset()


def on_a_desk(one: Given, leaders: Collection[str], titles: Mapping[str, str]) -> bool:
    """Whether a paper that shows its desks by its language puts a charge on one: a leader's, or under a head of the page."""
    if any(mention.person in leaders for mention in one.charge.persons):
        return True
    return (is_below(one) or one.rule == _IN_TABLE) and all(
        _has_post(mention, titles) for mention in one.charge.persons
    )


def by_language(one: Given) -> Given:
    """A charge of a paper that has no title of a division, under the rule that read it, and as sure as that can be."""
    if one.rule not in _COMMON:
        return one
    return replace(one, charge=replace(one.charge, confidence=min(one.charge.confidence, _SURE)), rule=RULE)


def is_below(one: Given) -> bool:
    """Whether a charge stands in a paragraph that begins with a charge or a label, under the head of its persons."""
    text = one.passage.text
    if one.rule == _IN_TABLE:
        return False
    if _NAME_AND_POST.search(text):
        return True
    if not one.below:
        return False
    return opens_with_verb(text, *subjects.lead_cut(text, 0, len(text))) or next(labelled(one.passage)).label != ""


def _has_post(mention: Mention, titles: Mapping[str, str]) -> bool:
    title = mention.title or titles.get(mention.person, "")
    return title != "" and not _ROLE.match(title)


def _is_comrade(mention: Mention, passage: Passage) -> bool:
    """Whether a paragraph begins with a person as 同志 (`丁一同志主持…`): so papers name leaders whose posts all know."""
    text = passage.text
    start, _ = subjects.lead_cut(text, 0, len(text))
    return "".join(text[start : start + 12].split()).startswith(f"{mention.person}同志")


def _only_leaders(one: Given) -> bool:
    """Whether a charge is of a kind that only leaders have."""
    charge, text = one.charge, one.passage.text
    if charge.relation in ("分管", "协管"):
        return True
    if charge.via:  # `协助校长抓教研` a good teacher does too
        helped = is_name(charge.via) or (subjects.post_alone(charge.via) and not _NO_HEAD.search(charge.via))
        return helped and charge.relation != "协助"
    presides = _PRESIDES if is_below(one) else _PRESIDES_OVER_ALL
    return charge.relation == "主持" and presides.match(text, charge.verb_start) is not None
