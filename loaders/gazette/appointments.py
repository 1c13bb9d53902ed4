"""Acts on posts: 任命, 免去, 提名, 当选, 辞去, 代理, 聘任, 解聘, 拟任 - one row a person and post.

Rules: `appointment/named` (任命甲为…, 甲同志任…), `appointment/listed` (a name and a post under a head such as `任命：`),
`appointment/removed` (免去甲…职务, 甲不再担任…), `appointment/resigned`, `appointment/elected`, `appointment/below`, `appointment/team`, `appointment/ballot`, `appointment/table`. A head governs what
follows until the next one; `免去其…职务` and `兼任…` go on with the person before. Brackets behind a post (试用期一年, 挂职)
are no part of it; `A兼B` and `A、B` are two posts, and a post without its body takes it from the one before
(`绍兴一中安全处主任兼总务处副主任`). In papers that are no personnel notices only sentences with a deciding word count.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.statements import Appointment
from loaders.gazette.appointment_ballots import by_ballot
from loaders.gazette.appointment_below import (
    announced,
    body_over,
    committee_of,
    firm_that_speaks,
    is_particular,
    label_before_colon,
    list_follows,
    named_below,
)
from loaders.gazette.appointment_clauses import READINGS, State, going_on
from loaders.gazette.appointment_cuts import SUBJECT, clauses_of
from loaders.gazette.appointment_headings import heads_list
from loaders.gazette.appointment_lapsed import lapsed
from loaders.gazette.appointment_orders import in_order, moved
from loaders.gazette.appointment_persons import bare, persons_in
from loaders.gazette.appointment_posts import nominated_in, posts_in
from loaders.gazette.appointment_sent import sent_to
from loaders.gazette.appointment_taken_over import taken_over
from loaders.gazette.appointment_teams import team_in
from loaders.gazette.appointments_tables import read_tables
from loaders.gazette.cells import is_row, row_of
from loaders.gazette.chronicle_entries import entries
from loaders.gazette.names import bare_posts
from loaders.gazette.notice import Notice
from loaders.gazette.persons import is_name, is_rare_name, is_title, may_be_name, read_mentions
from loaders.readers.paper import Passage

_PERSONNEL = re.compile(
    r"任免|任职|免职|任命|聘[任用请]|续聘|人事任|职务(?:的)?(?:任|免|调整)|提名|当选|辞去|拟任|任前公示|挂职|兼职|解聘|任用|免去|选举结果|调整[^,。]{0,12}(?:干部|领导人员)(?!.{0,6}(?:分工|小组|组成|包|联))"
)
_OTHER_MATTER = re.compile(
    r"领导小组|专班|指挥部|委员会组成|组成人员|分工|AB角|AB岗|联席会议|方案|预案|办法|细则|条例|规定|计划|意见"
)
_TOLD = ("任命", "免去", "选举", "当选", "补选", "同志任", "辞去", "聘任", "聘为", "聘请", "受聘", "解聘", "接任", "继任", "兼任", "宣布", "推选", "推举", "决定", "批准", "退休", "调离", "离任")  # fmt: skip
_DECIDES = re.compile(
    r"决定|票决|宣布|任命|研究|免去|表决|通过|提名|选举|补选|增选|推选|推举|当选|辞去|聘任|批准|批复|同意"
)
#: What an act holds, in a paper that is not about persons: its verb; 任 alone where it is no 责任, 主任, 任务; 同志 before 为.
_ACT = re.compile(
    r"任命|免去|免除|任免|任职|免职|聘|当选|选举|推选|推举|补选|增选|提名|推荐|接受|辞去|撤销|不再|代理|晋升|兼|挂|拟任|担任|出任|调任|转任|改任|主持|职务|同志"
    r"|(?<![责主信])任(?![期职免务])|(?<![避难以减])免(?![费疫税])"
)
#: The same where it is only asked before anything is looked for.
_ACT_SIGN = _ACT
#: What words over a list, or the title, name: one act, or none that tells what is done to those listed.
_NAMED_ACT = re.compile(r"聘任|续聘|聘用|解聘|任命|任职|免去|免职|任免|推荐|提名|拟任|辞去|公示|选举|补选|竞聘|调整")
#: `现将聘任结果公布如下：`, `经研究，决定：`: a list follows.
_LIST_FOLLOWS = re.compile(
    r"[^。;]{0,100}(?:如下|下列[^,。;:]{0,12}|以下[^,。;:]{0,12}|名单|决定|同意)\s*(?:\([^()]{1,40}\))?\s*:\s*"
)
#: What is to be done about posts, or who sees to it, and no list of acts.
_OF_THE_WORK = re.compile(r"工作|事项|要求|安排|办法|方案|条件|程序|开展|做好|启动|成立|小组|组长")
#: `三、有关组成人员名单` behind acts: what follows are seats.
_ROSTER_HEADING = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))[^。;:任免选聘]{0,60}(?:组成人员|成员)名单\s*"
)
#: One set of letters begins all of them, so that no other place is looked at.
_ACT_WORD = re.compile("[任免职当补增推选](?:(?<=[任免])|(?<=职)务|(?<=[当补增推])[选举]|(?<=选)举)")
_ACT_LINE = re.compile(r"同志(?:任|的.{2,40}职务)|^.{0,6}免去")
#: `成立中共甲学校委员会。` among acts on persons.
_ON_BODY = re.compile(r"\s*(?:成立|设立|组建|撤销|更名)[^,;:]{4,40}[。;]?\s*$")
#: `宣读干部任免决定：甲任…；乙任…` in news: what follows the colon are acts.
_READ_OUT = re.compile(
    r"(?:任免|任职|免职|人事)[^,。;:]{0,8}(?:决定|通知|文件|事项|决议):|宣布[^,。;:]{0,30}(?:决定|调整|任免|任命|变动|职务|班子|文件|通知)(?:结果|情况|名单)?[:,]"
)
#: What the second of two cells says of the person in the first (`穆 清 风	任院长办公室主任`).
_ACT_CELL = re.compile(r"\s*(?:任(?!务)|免去|聘任|兼任|不再)[\u4e00-\u9fff]{2}")
_HEAD = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|[(][一二三四五六七八九十]{1,3}[)]|\d{1,2}[.、])?(?:(?:同时|另外?|并),?)?"
    r"(?:[^。;:]{0,60}?(?:研究|决定|通过|同意|表决|批准|会议|提名|提请|备案|审定))?,?(?:决定)?"
    r"(?P<verb>任命|免去|免除|提名|聘任|聘|解聘|推荐|决定任命|决定免去|拟任|当选|选举|补选|接受辞职|批准任命|批准免去|续聘|任职|免职|兼任|委派|任|免)"
    r"(?:了)?(?:下列|以下|如下)?(?:同志|人员|干部)?(?:的)?(?:职务|名单|人员|结果|情况)?(?:如下)?\s*[:：]?\s*"
)
_ACTIONS = {
    "任命": "任命", "决定任命": "任命", "批准任命": "任命", "任": "任命", "任职": "任命", "免去": "免去", "免除": "免去", "决定免去": "免去",
    "批准免去": "免去", "免": "免去", "免职": "免去", "提名": "提名", "推荐": "推荐", "聘任": "聘任", "聘": "聘任", "续聘": "聘任", "聘用": "聘任", "解聘": "解聘",
    "拟任": "拟任", "兼任": "兼任", "委派": "任命", "当选": "当选", "选举": "当选", "补选": "当选", "接受辞职": "辞去",
}  # fmt: skip
_LEAD = re.compile(
    r"\s*(?:[-*●—–·◆■]{1,2}\s*)?(?:[一二三四五六七八九十]{1,3}、|[(]?[一二三四五六七八九十\d]{1,3}[)]\s*|\d{1,3}[.、]\s*|[①-⑳]\s*)?(?:现(?=决定|任|免|聘|将)(?!任)|兹|同时|并|另|会议|大会)?(?:决定|同意|批准|确定(?=[^,。;]{2,40}人选))?[:,]?(?:由(?=[^,。;由]{2,12}代理))?"
)
_NO_CLAUSE = re.compile(r"以上|上述|试用期|任职时间|任期|聘期|聘任期|自[^,]{2,20}(?:起|之日)|特此|各有关|现将")
#: `任命…副县长、代理县长`: the second is an acting post.
_AS_ACTING = re.compile(r"代理(?=[省市县区旗州盟镇乡]长$|(?:检察长|院长|主席)$)")
#: `经局党组会研究，并报…备案，任命…`.
_DECIDED_ON = re.compile(
    r"\s*(?:[●○◆◇■□★☆▲]\s*)?(?:经|根据)[^。;]{2,60}(?:研究|决定|同意|批准)[^。;]{0,40}(?:任命|免去|聘任|解聘)"
)
_OTHER_PERSON = re.compile(r"(?P<who>[\u4e00-\u9fff·]{2,8}?)(?:同志)?(?:为|任)(?P<post>.{3,})")
#: `经集团党委研究决定，` leads to a sentence of its own.
_DECIDED = re.compile(r"(?:研究|决定|同意|通过|批准)[^,。;:]{0,4},$")
#: An act of its own on somebody named behind it: what follows is not said of those before.
_OWN_ACT = re.compile(r"(?:任命|免去|选举|补选|聘任|提名|接受)(?!其|了)[\u4e00-\u9fff·]{2}")
#: What a life goes on with: `该同志1994年…`, `2007年3月任现职`.
_OF_THE_SAME = re.compile(
    r"\s*(?:该同志|现任|现为|曾任|历任|先后任|(?:19|20)\d{2}年(?:\d{1,2}月)?起?(?:任|担任|历任|兼任|调任|转任|现任))"
)
_LONGEST_LEAD = 60
_BRACKETED = re.compile(r"\([^()]*\)")
_PARTICULARS = re.compile(r",\s*[男女]\s*,")


def read(notice: Notice) -> Iterator[Appointment]:
    """The appointments and removals of a notice or a news text, in printed order."""
    if notice.kind == "chronicle":
        yield from _told(notice)
        return
    if notice.kind in ("masthead", "imprint"):
        return
    personnel = bool(_PERSONNEL.search(notice.heading)) and not notice.heading.endswith(
        ("办法", "规定", "细则", "条例")
    )
    # A running text has no title: its first sentence may tell of a plan as well.
    if not personnel and "。" not in notice.heading and _OTHER_MATTER.search(notice.heading):
        return
    state = State(heading=notice.heading)
    seen: set[tuple[str, str, str]] = set()
    # `任命：` over a paper without addressees stands where addressees would.
    opening = () if notice.addressees is None else (notice.addressees,)
    voted, told = by_ballot(notice)
    decided = False  # `经研究，同意：` decides what stands in the paragraphs below
    for printed in (*opening, *told):
        passage = _two_cells(printed) if personnel and is_row(printed.text) else printed
        text = passage.text
        if state.action and "名单" in text and _ROSTER_HEADING.fullmatch(text):
            personnel, state = False, State(heading=notice.heading)
            continue
        personnel = personnel or ("任" in text and heads_list(text))
        if personnel and printed is not notice.addressees and (body := body_over(text, state.elected_to)) is not None:
            state.body = body
        act = decided and _ACT_LINE.search(text) is not None
        opens = text.rstrip().endswith(":") and _DECIDES.search(text) is not None
        decided = opens or act or (decided and _ON_BODY.match(text) is not None)
        if (
            len(text) > 8000
            or "\t" in text
            or not (personnel or act or (_ACT_WORD.search(text) and _DECIDES.search(text) and _ACT_SIGN.search(text)))
        ):
            continue
        state.body = state.body or firm_that_speaks(text)
        if notice.signature is not None and passage.start == notice.signature.start:
            state = State(heading=notice.heading)
            continue
        for row in _passage(notice, passage, state, personnel):
            key = (row.action, row.person, row.post)
            if key not in seen:
                seen.add(key)
                yield row
    for row in (*voted, *(table_rows(notice) if personnel else ())):
        key = (row.action, row.person, row.post)
        if key not in seen:
            seen.add(key)
            yield row


def _two_cells(row: Passage) -> Passage:
    """A row of a table that is a person and an act, as running text; any other row as it is."""
    cells = [cell for cell in row_of(row).cells if cell.text.strip()]
    return Passage.join(cells) if len(cells) == 2 and _ACT_CELL.match(cells[1].text) else row


def _told(notice: Notice) -> Iterator[Appointment]:
    """Acts a chronicle tells of, each on the day of its entry."""
    first, last = notice.lines[0].start, notice.lines[-1].end
    if not any(notice.paper.folded.find(word, first, last) >= 0 for word in _TOLD):
        return
    decided = [line for line in notice.text_lines() if _DECIDED_ON.match(line.text)]
    last_entry = first
    for entry in entries(notice):
        yield from _undated(notice, decided, last_entry, entry.passage.start)
        for row in told_in(notice, entry.passage.cut(entry.start)):
            yield replace(row, date=entry.first)
        last_entry = entry.passage.end
    yield from _undated(notice, decided, last_entry, last)


def _undated(notice: Notice, decided: Sequence[Passage], start: int, end: int) -> Iterator[Appointment]:
    """Acts decided in an item of a bulletin that prints no day (`人事信息` / `经局党组会研究，任命…`), between two entries."""
    for line in decided:
        if start <= line.start < line.end <= end:
            yield from told_in(notice, line)


def told_in(notice: Notice, words: Passage) -> Iterator[Appointment]:
    """The acts that a stretch of a chronicle or of news tells of; their date is left to who asks."""
    if any(word in words.text for word in _TOLD):
        yield from _passage(notice, words, State(told=True), False)


def table_rows(notice: Notice) -> Iterator[Appointment]:
    """The acts in the tables of a document."""
    for act in read_tables(notice.text_lines()):
        if is_title(act.post):
            yield Appointment(
                source=notice.source(act.row, rule="appointment/table", confidence=0.95),
                action=act.action,
                person=act.person,
                post=act.post,
                date=notice.signed_date,
            )


def _passage(notice: Notice, passage: Passage, state: State, personnel: bool) -> Iterator[Appointment]:
    text = passage.text
    begin = 0
    head = _HEAD.match(text)
    if head and (head.end() == len(text.rstrip()) or text[: head.end()].rstrip().endswith((":", "："))):
        state.action = _ACTIONS[head["verb"]]
        state.persons, state.by_colon = (), False
        begin = head.end()
        if begin >= len(text.rstrip()):
            return
    elif not personnel:
        state.action = ""
    elif _OF_THE_WORK.search(text):
        state.over = ""
    elif _LIST_FOLLOWS.fullmatch(text):
        state.over = _act_over(text) or (_act_over(state.heading) if _DECIDES.search(text) else "")
        state.by_colon = False
        state.elected_to = committee_of(text) if state.over == "当选" else ""
    read_out = None if personnel else _READ_OUT.search(text)
    for low, high in clauses_of(text, begin):
        listed = personnel or (read_out is not None and low >= read_out.end())
        yield from _clause(notice, passage, low, high, state, listed)
    for place in team_in(passage):
        source = notice.source(passage, place.start, place.end, rule="appointment/team", confidence=0.9)
        yield Appointment(source=source, action="任命", person=place.person, post=place.post, date=notice.signed_date)


def _act_over(words: str) -> str:
    """The one act that the words over a list name; empty if they name none or several."""
    acts = set() if _OF_THE_WORK.search(words) else {_ACTIONS.get(act, "") for act in _NAMED_ACT.findall(words)}
    return acts.pop() if len(acts) == 1 else ""


def _clause(
    notice: Notice, passage: Passage, low: int, high: int, state: State, personnel: bool
) -> Iterator[Appointment]:
    lead = _LEAD.match(passage.text, low, high)
    start = lead.end() if lead else low
    words = passage.text[start:high]
    below = _below(notice, passage, start, high, state)
    if below is not None:
        yield from below
        return
    named_above = state.persons
    state.goes_on = low > 0 and passage.text[low - 1] in ",;" and state.acted == (passage.start, low - 1)
    above = passage.text[max(0, low - _LONGEST_LEAD) : low].rstrip()
    opens = not above or above[-1] in "。;:" or _DECIDED.search(above) is not None
    if opens and (subject := SUBJECT.match(words)):
        # 刘强同志因工作调动,不再担任… and 张明,男,…拟任…: the person stands in a clause of its own.
        low_, high_ = start + subject.start("who"), start + subject.end("who")
        alone = read_mentions(passage, low_, high_)
        if len(alone) > 1 and "、" not in subject["who"] and _PARTICULARS.match(passage.text, high):
            # 阿依 石布,女,某族: one person, of whatever name.
            name = passage.printed(low_, high_)
            state.persons, state.done = ((name,) if may_be_name(name) or is_rare_name(name) else ()), ""
            return
        if alone and all(mention.person and (subject["left"] or not mention.title) for mention in alone):
            state.persons, state.done = tuple(mention.person for mention in alone), ""
            return
        if _PARTICULARS.match(passage.text, high):
            # 某某,男,某族: another person begins, whatever the name; the one above has nothing to do with it.
            name = passage.printed(low_, high_)
            plain = (name,) if len(name) <= 8 and may_be_name(name) else ()
            state.persons, state.done = persons_in(passage, low_, high_, alone=True) or plain, ""
            return
    if _NO_CLAUSE.match(words) or len(words.strip()) < 4:
        return
    if head := re.fullmatch(
        r"\s*(?:决定)?(?P<verb>任命|免去|提名|聘任|解聘)(?:下列|以下)?(?:同志)?(?:职务)?\s*", words
    ):
        state.action = _ACTIONS[head["verb"]]
        return
    before = ""
    for low_, high_, persons_ in lapsed(passage, start, high):
        for name in posts_in(passage, low_, high_, before=before):
            before = name
            yield Appointment(
                source=notice.source(passage, low_, high, rule="appointment/lapsed", confidence=0.9),
                action="免去",
                person=persons_,
                post=name,
                date=notice.signed_date,
            )
    if (ordered := in_order(passage, start, high)) is not None:
        state.persons, state.done = tuple(person for person, _ in ordered.pairs), ordered.action
        source = notice.source(passage, start, high, rule=ordered.rule, confidence=0.95)
        for person, given in ordered.pairs:
            yield Appointment(source=source, action=ordered.action, person=person, post=given, date=notice.signed_date)
        return
    state.house = ""
    for reading in (taken_over, sent_to, moved, *READINGS):
        found = reading(passage, start, high, state, personnel)
        if found is None:
            continue
        action, persons, post, rule, sure = found
        same = reading is going_on or "其" in passage.text[start : post[0]]
        # 任命甲为乙学院院长，丙为副院长: of the same house.
        same = same or (
            state.goes_on
            and _OWN_ACT.match(passage.text, start) is None
            and bare(passage.text[slice(*post)]).removeprefix("副") in bare_posts()
        )
        before = state.house or (state.post if same else "") or state.body
        names = posts_in(passage, *post, before=before)
        nominated = nominated_in(passage, *post, before=before) if "提名" in words else ()
        state.persons, state.done = persons, action
        for name in names:
            if (other := _OTHER_PERSON.fullmatch(name)) and (is_name(other["who"]) or is_rare_name(other["who"])):
                # 任命甲为县教育局局长、乙为县财政局局长
                state.persons, name = (other["who"],), other["post"]
            if not is_title(name) and not name.endswith(("人选", "候选人", "级领导职务")):
                continue
            doing = "提名" if action in ("任命", "拟任") and name in nominated else action
            if action == "任命" and (acting := _AS_ACTING.search(name)):
                doing, name = "代理", name[: acting.start()] + name[acting.end() :]
            state.post, state.acted = name, (passage.start, high)
            for person in state.persons:
                yield Appointment(
                    source=notice.source(passage, start, high, rule=rule, confidence=sure),
                    action=doing,
                    person=person,
                    post=name,
                    date=notice.signed_date,
                )
        return
    if (
        state.persons is named_above
        and not _OF_THE_SAME.match(words)
        and ((opens and _ACT.search(words)) or _OWN_ACT.search(words))
    ):
        # An act of somebody who is not made out: nothing behind it is said of those above.
        state.persons, state.done = (), ""


def _below(notice: Notice, passage: Passage, low: int, high: int, state: State) -> list[Appointment] | None:
    """The acts of a stretch that announces persons below or names some so announced; None if it does neither."""
    if announcement := announced(passage, low, high, state.action):
        action, first, last = announcement
        state.below = (
            action,
            tuple(post for post in posts_in(passage, first, last, before=state.body) if is_title(post)),
        )
        state.persons, state.done, state.line = (), "", -1
        return []
    if state.done and state.post and list_follows(passage, low, high):
        state.below, state.line = (state.done, (state.post,)), -1
        return []
    on_line = state.below is not None and state.line == passage.start
    if state.line not in (-1, passage.start):
        state.below, state.line = None, -1
    act = state.action or state.over
    elects = bool(state.elected_to and state.body.endswith(state.elected_to))
    label = label_before_colon(passage, low, high, inside=on_line, bare_too=elects) if act else None
    rows = _named(notice, passage, low, high if label is None else label, state)
    if label is not None:
        before = (state.post if on_line else "") or state.body
        state.below, state.line = (act, tuple(posts_in(passage, label, high, before=before))), passage.start
        state.post = state.below[1][-1] if state.below[1] else ""
    return rows if label is None else rows or []


def _named(notice: Notice, passage: Passage, low: int, high: int, state: State) -> list[Appointment] | None:
    """The acts on those whom a stretch names, if it stands below or behind an announcement; None if it does not."""
    words = passage.text[low:high]
    if state.below is None or not words.strip() or _NO_CLAUSE.match(words):
        return None
    if is_particular(words):
        return []
    persons = () if _ACT.search(_BRACKETED.sub("", words)) else named_below(passage, low, high)
    if not persons:
        state.below = None
        return None
    source = notice.source(passage, low, high, rule="appointment/below", confidence=0.9)
    action, posts = state.below
    return [
        Appointment(source=source, action=action, person=person, post=post, date=notice.signed_date)
        for person, post in itertools.product(persons, posts)
    ]
