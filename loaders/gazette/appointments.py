"""Acts on posts: 任命, 免去, 提名, 当选, 辞去, 代理, 聘任, 解聘, 拟任 - one row a person and post.

Rules: `appointment/named` (任命甲为…, 甲同志任…), `appointment/listed` (a name and a post under a head such as `任命：`),
`appointment/removed` (免去甲…职务, 甲不再担任…), `appointment/resigned`, `appointment/elected`, `appointment/below`, `appointment/team`, `appointment/ballot`, `appointment/table`. A head governs what
follows until the next one; `免去其…职务` and `兼任…` go on with the person before. Brackets behind a post (试用期一年, 挂职)
are no part of it; `A兼B` and `A、B` are two posts, and a post without its body takes it from the one before
(`绍兴一中安全处主任兼总务处副主任`). In papers that are no personnel notices only sentences with a deciding word count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.statements import Appointment
from loaders.gazette.appointment_acts import ACT, ACTIONS, acts_of
from loaders.gazette.appointment_ballots import by_ballot
from loaders.gazette.appointment_below import body_over, committee_of, firm_that_speaks
from loaders.gazette.appointment_clauses import State
from loaders.gazette.appointment_cuts import clauses_of
from loaders.gazette.appointment_headings import heads_list
from loaders.gazette.appointment_teams import team_in
from loaders.gazette.appointments_tables import read_tables
from loaders.gazette.cells import is_row, row_of
from loaders.gazette.chronicle_entries import entries
from loaders.gazette.notice import Notice
from loaders.gazette.persons import is_title
from loaders.readers.paper import Passage

_LONGEST = 8000  # letters of a paragraph; what is longer is no prose
_PERSONNEL = re.compile(
    r"任免|任职|免职|任命|聘[任用请]|续聘|人事任|职务(?:的)?(?:任|免|调整)|提名|当选|辞去|拟任|任前公示|挂职|兼职|解聘|任用|免去|选举结果|调整[^,。]{0,12}(?:干部|领导人员)(?!.{0,6}(?:分工|小组|组成|包|联))"
)
_OTHER_MATTER = re.compile(
    r"领导小组|专班|指挥部|委员会组成|组成人员|分工|AB角|AB岗|联席会议|方案|预案|办法|细则|条例|规定|计划|意见"
)
_TOLD = ("任命", "免去", "选举", "当选", "补选", "同志任", "辞去", "聘任", "聘为", "聘请", "受聘", "解聘", "接任", "继任", "兼任", "宣布", "宣读", "推选", "推举", "决定", "批准", "退休", "调离", "离任")  # fmt: skip
_DECIDES = re.compile(
    r"决定|票决|宣布|宣读|任命|研究|免去|表决|通过|提名|选举|补选|增选|推选|推举|当选|辞去|聘任|批准|批复|同意"
)
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
    r"(?:任免|任职|免职|人事)[^,。;:]{0,8}(?:决定|通知|文件|事项|决议):|(?:宣布|宣读)[^,。;:]{0,30}(?:决定|调整|任免|任命|变动|职务|班子|文件|通知)(?:结果|情况|名单)?[:,]"
)
#: What the second of two cells says of the person in the first (`穆 清 风	任院长办公室主任`).
_ACT_CELL = re.compile(r"\s*(?:任(?!务)|免去|聘任|兼任|不再)[\u4e00-\u9fff]{2}")
_HEAD = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|[(][一二三四五六七八九十]{1,3}[)]|\d{1,2}[.、])?(?:(?:同时|另外?|并),?)?"
    r"(?:[^。;:]{0,60}?(?:研究|决定|通过|同意|表决|批准|会议|提名|提请|备案|审定))?,?(?:决定)?"
    r"(?P<verb>任命|免去|免除|提名|聘任|聘|解聘|推荐|决定任命|决定免去|拟任|当选|选举|补选|接受辞职|批准任命|批准免去|续聘|任职|免职|兼任|委派|任|免)"
    r"(?:了)?(?:下列|以下|如下)?(?:同志|人员|干部)?(?:的)?(?:职务|名单|人员|结果|情况)?(?:如下)?\s*[:：]?\s*"
)
#: `经局党组会研究，并报…备案，任命…`.
_DECIDED_ON = re.compile(
    r"\s*(?:[●○◆◇■□★☆▲]\s*)?(?:经|根据)[^。;]{2,60}(?:研究|决定|同意|批准)[^。;]{0,40}(?:任命|免去|聘任|解聘)"
)


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
    seen: set[tuple[str, str, str]] = set()
    for row in _rows(notice, personnel):
        key = (row.action, row.person, row.post)
        if key not in seen:
            seen.add(key)
            yield row


def _rows(notice: Notice, personnel: bool) -> Iterator[Appointment]:
    """The acts of a notice as its paragraphs, ballots and tables have them; `personnel` says that its title is about such acts."""
    state = State(heading=notice.heading)
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
        decided = act or _decides_below(text) or (decided and _ON_BODY.match(text) is not None)
        if len(text) > _LONGEST or "\t" in text or not (personnel or act or _states_act(text)):
            continue
        state.body = state.body or firm_that_speaks(text)
        if notice.signature is not None and passage.start == notice.signature.start:
            state = State(heading=notice.heading)
            continue
        yield from _passage(notice, passage, state, personnel)
    yield from voted
    if personnel:
        yield from table_rows(notice)


def _decides_below(text: str) -> bool:
    """Whether a paragraph says that what stands below is decided."""
    return text.rstrip().endswith(":") and _DECIDES.search(text) is not None


def _states_act(text: str) -> bool:
    """Whether a paragraph of any paper may state an act on somebody's post."""
    return bool(_ACT_WORD.search(text) and _DECIDES.search(text) and ACT.search(text))


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
        state.action = ACTIONS[head["verb"]]
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
        yield from acts_of(notice, passage, low, high, state, personnel=listed)
    for place in team_in(passage):
        source = notice.source(passage, place.start, place.end, rule="appointment/team", confidence=0.9)
        yield Appointment(source=source, action="任命", person=place.person, post=place.post, date=notice.signed_date)


def _act_over(words: str) -> str:
    """The one act that the words over a list name; empty if they name none or several."""
    acts = set() if _OF_THE_WORK.search(words) else {ACTIONS.get(act, "") for act in _NAMED_ACT.findall(words)}
    return acts.pop() if len(acts) == 1 else ""
