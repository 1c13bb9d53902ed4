"""Division of work (分工): who has which body, which matter, whom to assist.

Rules: `portfolio/sentence` (a verb of charge in running text or in the bracket behind a name), `portfolio/label` (`分管：…` lists),
`portfolio/table` (columns 分管, 联系 …), `portfolio/page` (any of these where no title speaks of a division: `divisions_pages`),
`portfolio/changed` and `portfolio/handed-on` (behind 不再), `alias/nameplate` (a second name in brackets behind a body), those of
what is taken off a desk in `divisions_discharges`. Persons come from the head of their block or from the sentence itself, their
rank (排名) from the order in which the notice brings them.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from graph.statements import Alias, Discharge, Portfolio
from loaders.gazette import (
    divisions_chains,
    divisions_chiefs,
    divisions_discharges,
    divisions_leads,
    divisions_lives,
    divisions_pages,
    divisions_places,
    lists,
    subjects,
)
from loaders.gazette.blocks import Labelled, Paragraph, headed_bracket, labelled, paragraphs, says_of_all
from loaders.gazette.divisions_clauses import charges, more_from
from loaders.gazette.divisions_labels import announced_below, asks_of_all, relation_of
from loaders.gazette.divisions_objects import Charge, brackets, each_his_own, listed
from loaders.gazette.divisions_pages import Given
from loaders.gazette.divisions_tables import Columns, columns_of, row_charges, whole_rows
from loaders.gazette.divisions_titles import applies, is_other
from loaders.gazette.divisions_verbs import first_verb, opens_with_verb
from loaders.gazette.notice import Notice
from loaders.gazette.persons import Mention, is_title
from loaders.readers.paper import Passage

#: `不再分管：…`, `取消联系单位：…`
_ENDS_LABEL = re.compile(
    r"(?:不再|停止|取消)(?P<verb>分管|主管|负责|联系|协管|兼管)(?:的)?(?:工作|单位|部门|领域|事项|镇街|乡镇)?"
)
#: Labels that open sentences.
_FREE = re.compile(
    r"(?:工作|领导|职责|具体|目前|现任)?(?:分工|职责)(?:情况|内容|安排)?|主要(?:职责|工作|分工)|工作(?:内容|任务)|岗位职责"
)
_PERSON_LABEL = re.compile(r"姓名|领导|同志姓名")
_POST_LABEL = re.compile(r"(?:现任|行政|党内)?职务|职位|岗位")
_LONGEST_QUOTE = 600


def read(notice: Notice) -> Iterator[Portfolio | Discharge | Alias]:
    """The charges of a division of work, one object a row, in printed order, what it takes off desks, and nameplates."""
    divides = applies(notice)
    given: set[tuple[str, str, str]] = set()
    for row in _on_desks(notice, divides=divides):
        given |= {(row.person, row.relation, row.object)} if isinstance(row, Portfolio) else set()
        yield row
    lines = () if divides else itertools.chain(divisions_chiefs.read(notice), divisions_chains.read(notice))
    for held in itertools.chain(divisions_places.read(notice, among_divisions=divides), lines):
        # What a block says already (`包甲村。`) a table of the villages below it says again.
        if (held.person, held.relation, held.object) not in given:
            yield held


def _on_desks(notice: Notice, *, divides: bool) -> Iterator[Portfolio | Discharge | Alias]:
    if divides:
        # Names read once help to read the second time: `赛音吉日嘎拉副旗长` is cut by the head it stands in.
        yield from _Division(notice, leaders(notice)).rows()
    elif on_desks := _shown(notice)[1]:
        yield from _Division(notice, leaders(notice)).rows(on_desks)


@lru_cache(maxsize=1)
def leaders(notice: Notice) -> frozenset[str]:
    """The names of all to whom a notice gives work or a block of their own; none if it divides no work."""
    if not applies(notice):
        return _shown(notice)[0]
    first = _Division(notice, frozenset())
    for _ in first.charges():
        pass
    return frozenset(first.ranks)


@lru_cache(maxsize=1)
def _shown(notice: Notice) -> tuple[frozenset[str], frozenset[str]]:
    """All whom a paper without a division's title names, and those of them whom its language shows to have a desk."""
    if notice.kind not in ("notice", "text") or not divisions_pages.may_be_page(notice) or is_other(notice):
        return frozenset(), frozenset()
    first = _Division(notice, frozenset())
    found = divisions_pages.desks(list(first.charges()), first.titles)
    return (frozenset(first.ranks), found) if found else (frozenset(), frozenset())


class _Division:
    """One pass over the paragraphs of a notice."""

    def __init__(self, notice: Notice, known: frozenset[str]) -> None:
        self._notice = notice
        self._known = known
        self._persons: tuple[Mention, ...] = ()
        self._waiting = ""  # relation of a label whose list begins on the next line
        self._columns: Columns | None = None
        self._row_persons: tuple[Mention, ...] = ()
        self.titles: dict[str, str] = {}
        self.ranks: dict[str, int] = {}
        self._given = False
        self._told = False  # whom the work is of stood in a sentence of his own, not over it

    def rows(self, on_desks: frozenset[str] = frozenset()) -> Iterator[Portfolio | Discharge | Alias]:
        """All statements of the notice; if only its language shows whose desks it speaks of, those of desks alone."""
        for one in self.charges():
            if not on_desks:
                yield from self._statements(one.passage, one.charge, one.rule)
            elif divisions_pages.on_a_desk(one, on_desks, self.titles):
                shown = divisions_pages.by_language(one)
                yield from self._statements(shown.passage, shown.charge, shown.rule)

    def charges(self) -> Iterator[Given]:
        """All charges of the notice."""
        for paragraph in whole_rows(paragraphs(self._notice, self._known)):
            over = {mention.person for mention in self._persons}
            for passage, charge, rule in self._paragraph(paragraph):
                self._given = True
                yield Given(passage, charge, rule, all(mention.person in over for mention in charge.persons))

    def _paragraph(self, paragraph: Paragraph) -> Iterator[tuple[Passage, Charge, str]]:
        """The charges of a paragraph; a head, a border or a line of a title tells only whom what stands below is of."""
        passage = paragraph.passage
        if paragraph.row:
            yield from self._row(passage)
            return
        self._columns = None
        if paragraph.border:
            if self._given or len(self.ranks) > 1:  # a path under the first line goes on to speak of whom that names
                self._persons, self._waiting = (), ""
            return
        if asks_of_all(passage.text) or says_of_all(passage.text):
            self._persons, self._waiting = (), ""
        if (inside := headed_bracket(passage, self._known)) is not None:
            persons, start, end = inside
            self._take(persons)
            yield from ((passage, charge, rule) for charge, rule in self._sentences(passage, start, end, ""))
        elif paragraph.head:
            self._take(paragraph.head)
        elif not self._title_line(passage):
            yield from self._words(passage)

    def _words(self, passage: Passage) -> Iterator[tuple[Passage, Charge, str]]:
        """The charges of running text, part by part, behind the life of whom it tells."""
        life = divisions_lives.told_of(passage)
        if life is not None and all(mention.person != life.person for mention in self._persons):
            self._take((life,))
        if below := announced_below(passage.text):
            self._persons, self._waiting = (), below
            return
        past = divisions_lives.past_of(passage.text)
        waiting, self._waiting = self._waiting, ""
        for part in labelled(passage):
            if part.end > past:
                part = replace(part, start=max(part.start, past))
                yield from ((passage, charge, rule) for charge, rule in self._part(passage, part, waiting))
                waiting = ""

    # --- running text and labels --------------------------------------------------------------------------------

    def _part(self, passage: Passage, part: Labelled, waiting: str) -> Iterator[tuple[Charge, str]]:
        text = passage.text
        if not part.label and waiting and "—" in text:
            yield from self._list(passage, part, waiting)
            return
        if not part.label:
            yield from self._sentences(passage, part.start, part.end, waiting)
            return
        relation = relation_of(part.label)
        if ends := _ENDS_LABEL.fullmatch(part.label):
            if self._persons:
                for charge in divisions_discharges.listed_ends(
                    passage, part.start, part.end, self._persons, ends["verb"], part.label_start
                ):
                    yield charge, charge.rule
        elif relation:
            if not text[part.start : part.end].strip(" 。"):
                self._waiting = relation
                return
            yield from self._list(passage, part, relation)
        elif _FREE.fullmatch(part.label):
            yield from self._sentences(passage, part.start, part.end, "")
        elif _PERSON_LABEL.fullmatch(part.label):
            self._take(tuple(subjects.behind_name_label(passage, part.start, part.end, known=self._known)))
        elif _POST_LABEL.fullmatch(part.label) and len(self._persons) == 1:
            self._retitle(passage.printed(part.start, part.end).rstrip("。；;"))
        else:
            yield from self._headed(passage, part, waiting)

    def _headed(self, passage: Passage, part: Labelled, waiting: str) -> Iterator[tuple[Charge, str]]:
        """`县长张三：主持…`, `县长：张三 主持…`; any other label speaks of no charge."""
        text = passage.text
        label_end = part.label_start + len(text[part.label_start : part.start].rstrip(": "))
        verb = first_verb(text, part.start, part.end)
        stop = verb if verb >= 0 else part.end
        behind = subjects.named(passage, part.start, stop, known=self._known) if is_title(part.label) else []
        mentions = (
            [] if behind else subjects.named(passage, part.label_start, label_end, known=self._known, sure=verb >= 0)
        )
        if behind:
            post = passage.printed(part.label_start, label_end)
            self._take(tuple(replace(mention, title=post) for mention in behind))
            if verb >= 0:
                yield from self._sentences(passage, verb, part.end, "")
        elif mentions and verb >= 0:
            self._take(tuple(mentions))
            yield from self._sentences(passage, part.start, part.end, "")
        elif verb >= 0 and self._all_known(passage, part.start, verb):
            # 项目包联：甲包联某项目，乙包联某项目
            yield from self._sentences(passage, part.start, part.end, "")
        elif waiting and not self._persons and len(mentions) == 1 and mentions[0].person in self._known:
            self._waiting = waiting  # and so on with the lines below
            whose = [replace(one, title=one.title or self.titles.get(one.person, "")) for one in mentions]
            for charge in listed(passage, part.start, part.end, whose, waiting, part.label_start):
                yield charge, "portfolio/label"

    def _list(self, passage: Passage, part: Labelled, relation: str) -> Iterator[tuple[Charge, str]]:
        if not self._persons:
            return
        text = passage.text
        for low, high in lists.split(text, part.start, part.end, marks="。;,"):
            if text[part.start : low].rstrip().endswith("。") and says_of_all(text, low):
                return
            start, stop = subjects.lead_cut(text, low, high)
            if opens_with_verb(text, start, stop) or (
                relation in ("协助", "主持") and first_verb(text, start, stop) >= 0
            ):
                found, _ = charges(passage, start, stop, self._persons, relation=relation, known=self._known)
            elif relation == "协助" and (mentions := subjects.named(passage, start, stop, known=self._known)):
                found = [
                    Charge(
                        self._persons,
                        relation,
                        "person",
                        one.person,
                        lists.Item(one.start, one.end),
                        "",
                        part.label_start,
                        one.end,
                    )
                    for one in mentions
                ]
            elif (own := each_his_own(passage, start, stop, relation, self.titles, self._known)) is not None:
                found = own
            else:
                found = list(listed(passage, start, stop, self._persons, relation, more_from(text, part.label_start)))
            for charge in found:
                yield charge, charge.rule or "portfolio/label"

    def _sentences(self, passage: Passage, start: int, end: int, relation: str) -> Iterator[tuple[Charge, str]]:
        text = passage.text
        persons = self._persons
        for number, (low, high) in enumerate(lists.split(text, start, end, marks="。")):
            if number == 0 and high < end and (named := self._named_first(passage, low, high)):
                persons = named
                continue
            if number == 0 and high < end and self._only_title(passage, low, high):
                persons = self._persons
                continue
            if number == 0:
                low, persons = self._lead(passage, low, high, persons)
            over = persons
            found, persons = charges(passage, low, high, persons, relation=relation, known=self._known)
            rule = "portfolio/label" if relation else "portfolio/sentence"
            for charge in found:
                if not charge.ends:
                    self._rank(charge.persons)
                yield charge, charge.rule or rule
            if persons:
                self._take(persons, told=self._told or persons != over)

    def _lead(
        self, passage: Passage, low: int, high: int, persons: tuple[Mention, ...]
    ) -> tuple[int, tuple[Mention, ...]]:
        """Where the work of a first sentence begins, and whose it is: a post before it is that of the name above, or names another."""
        if (own_line := divisions_leads.between_dashes(passage, low, high, self._known)) is not None:
            self._take(own_line[:1])
            return own_line[1], self._persons
        if self._told:
            own = divisions_leads.of_his_own(passage, low, high, self._known)
            return (low, persons) if own is None else (low, own)
        if (
            len(persons) == 1
            and not persons[0].title
            and (post := divisions_leads.post_before_work(passage.text, low, high))
        ):
            self._retitle(passage.printed(low, post[0]))
            return post[1], self._persons
        return low, persons

    def _named_first(self, passage: Passage, low: int, high: int) -> tuple[Mention, ...]:
        """`1.张某 县长。主持…`: a first sentence that is nothing but persons with their titles."""
        if high - low > 60 or first_verb(passage.text, low, high) >= 0:
            return ()
        mentions = subjects.named(passage, low, high, known=self._known)
        if not mentions or not all(mention.title for mention in mentions):
            return ()
        self._take(mentions)
        return tuple(mentions)

    def _only_title(self, passage: Passage, low: int, high: int) -> bool:
        """`张某：党组书记、局长。主持…`: a first sentence that is the titles of the person before it."""
        bare = len(self._persons) == 1 and not self._persons[0].title and high - low <= 40
        if not bare or not is_title(passage.text[low:high]) or first_verb(passage.text, low, high) >= 0:
            return False
        self._retitle(passage.printed(low, high))
        return True

    def _title_line(self, passage: Passage) -> bool:
        """A line of titles under a bare name."""
        if len(self._persons) != 1 or self._persons[0].title or len(passage.text.strip()) > 60:
            return False
        if ":" in passage.text or passage.text.lstrip().startswith("["):
            return False  # 职务：… and 【职务】… are labels
        words = passage.printed_folded()
        if not is_title(words) or first_verb(passage.text, 0, len(passage.text)) >= 0:
            return False
        self._retitle(passage.printed())
        return True

    # --- tables -------------------------------------------------------------------------------------------------

    def _row(self, line: Passage) -> Iterator[tuple[Passage, Charge, str]]:
        found = columns_of(line)
        if found is not None:
            self._columns = found
            self._row_persons = ()
            return
        if self._columns is None:
            return
        persons, cells = row_charges(line, self._columns, self._row_persons, self._known)
        self._row_persons = persons
        self._take(persons)
        for passage, charge in cells:
            self._rank(charge.persons)
            yield passage, charge, "portfolio/table"

    # --- persons ------------------------------------------------------------------------------------------------

    def _take(self, persons: Sequence[Mention], *, told: bool = False) -> None:
        self._persons, self._told = tuple(persons), told
        self._rank(persons)

    def _all_known(self, passage: Passage, low: int, high: int) -> bool:
        """Whether a stretch names persons alone, each with a desk of his own in the notice."""
        mentions = subjects.named(passage, low, high, known=self._known)
        return bool(mentions) and all(mention.person in self._known for mention in mentions)

    def _rank(self, persons: Sequence[Mention]) -> None:
        for mention in persons:
            self.ranks.setdefault(mention.person, len(self.ranks) + 1)
            if mention.title:
                self.titles.setdefault(mention.person, mention.title)

    def _retitle(self, title: str) -> None:
        self._persons = tuple(replace(mention, title=title) for mention in self._persons)
        for mention in self._persons:
            self.titles[mention.person] = title

    # --- rows ---------------------------------------------------------------------------------------------------

    def _statements(self, passage: Passage, charge: Charge, rule: str) -> Iterator[Portfolio | Discharge | Alias]:
        if charge.ends:
            yield from divisions_discharges.statements(self._notice, passage, charge, self.titles, _LONGEST_QUOTE)
            return
        aliases, scope = ((), "") if charge.kind == "person" else brackets(passage, charge.item)
        # The words from the verb to the object; in a list of any length not the whole list for each of its items.
        near = charge.end - charge.verb_start <= _LONGEST_QUOTE
        start = charge.verb_start if near else charge.item.start
        for mention in charge.persons:
            confidence = min(charge.confidence, 1.0 if mention.confidence >= 0.9 else mention.confidence)
            yield Portfolio(
                source=self._notice.source(passage, start, charge.end, rule=rule, confidence=confidence),
                person=mention.person,
                title=mention.title or self.titles.get(mention.person, ""),
                order=self.ranks.get(mention.person, 0),
                relation=charge.relation,
                object=charge.object,
                object_kind=charge.kind,
                aliases=aliases,
                scope=scope,
                via=charge.via,
            )
        for alias in aliases:
            start, end = charge.item.start, charge.item.inner_end + 1
            yield Alias(
                source=self._notice.source(passage, start, end, rule="alias/nameplate", confidence=0.9),
                name=charge.object,
                alias=alias,
                kind="nameplate",
            )
