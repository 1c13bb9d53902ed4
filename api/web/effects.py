"""The effects of a draft as tables of a page: what the command line prints, with links to what is there already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from api.web.page import Page
from api.web.tables import PageTable, Part, TableLine
from graph.ontology import ontology
from graph.whatif import Effects
from graph.whatif.effects import Desk, Load, Named, Occupant, Responsible
from queries.answers.whatif import CHARGES, LOADS, PAIRS, SEATS

#: A cell: names with links, codes as badges, plain words.
_Cell = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """One kind of effect: what it is called, and its table."""

    code: str
    title: str
    table: PageTable


def tables_of(page: Page, effects: Effects) -> list[Effect]:
    """The kinds of effects there are, in the order in which somebody would look at them."""
    made = _Tables(page)
    all_of = (
        made.portfolios(effects), made.uncovered(effects), made.tasks(effects), made.seats(effects), made.pairs(effects),
        made.papers(effects), made.findings(effects), made.workload(effects),
    )  # fmt: skip
    return [each for each in all_of if each.table.lines]


class _Tables:
    """Writes names of a draft's world: those that the graph has too are links."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._known: dict[str, bool] = {}

    def portfolios(self, effects: Effects) -> Effect:
        heads = (("领导", "leader"), ("增加", "gains"), ("减少", "loses"), ("不变", "keeps"))
        lines = [
            (self._name(each.person), self._desks(each.gained), self._desks(each.lost), self._desks(each.kept))
            for each in effects.portfolios
        ]
        return self._effect("portfolios", ("分工变化", "Portfolios"), heads, lines)

    def uncovered(self, effects: Effects) -> Effect:
        heads = (("单位", "body"), ("此前分管", "was in charge"))
        lines = [(self._name(each.unit), self._names(each.leaders)) for each in effects.uncovered]
        return self._effect("uncovered", ("无人分管的单位", "Bodies left without a leader"), heads, lines)

    def tasks(self, effects: Effects) -> Effect:
        heads = (("任务", "task"), ("出自", "from"), ("文件所列", "named"), ("此前", "before"), ("此后", "after"))
        lines = [
            (
                (Part(f"{each.number} {each.task.name}".strip(), self._href(each.task.id)),), self._name(each.paper),
                (Part(each.named),), self._responsible(each.before), self._responsible(each.after),
            )
            for each in effects.tasks
        ]  # fmt: skip
        return self._effect("tasks", ("责任领导变化的任务", "Tasks whose leader changes"), heads, lines)

    def seats(self, effects: Effects) -> Effect:
        heads = (("变动", "change"), ("机构", "group"), ("组内职务", "role"), ("此前", "before"), ("此后", "after"),
                 ("该职务届时为", "has the post then"), ("名单文件", "paper"))  # fmt: skip
        lines = [
            (
                (Part(self._page.say(*SEATS[each.change])),), self._name(each.group), (Part(each.role),),
                self._occupant(each.before), self._occupant(each.after), self._names([each.post_now] if each.post_now else []),
                self._name(each.paper),
            )
            for each in effects.seats
        ]  # fmt: skip
        return self._effect("seats", ("席位变化", "Seats"), heads, lines)

    def pairs(self, effects: Effects) -> Effect:
        heads = (("变动", "change"), ("谁", "who"), ("由谁代理", "stand-in"), ("顺位", "rank"), ("范围", "scope"))
        lines: list[tuple[_Cell, ...]] = [
            ((Part(self._page.say(*PAIRS[each.change])),), self._name(each.replaced), self._name(each.stand_in),
             (Part(each.rank),), (Part(each.scope),))
            for each in effects.pairs
        ]  # fmt: skip
        nobody = Part(self._page.say("不再有代理人", "nobody stands in any more"))
        lines += [((nobody,), self._name(each), (), (), ()) for each in effects.without_stand_in]
        return self._effect("pairs", ("AB角变化", "Stand-ins"), heads, lines)

    def papers(self, effects: Effects) -> Effect:
        heads = (("文件", "paper"), ("待调整之处", "what"))
        lines = [(self._name(each.paper), tuple(Part(item) for item in each.items)) for each in effects.papers]
        return self._effect("papers", ("需随之调整的文件", "Papers to be adjusted"), heads, lines)

    def findings(self, effects: Effects) -> Effect:
        heads = (("程度", "severity"), ("说明", "what"))
        lines = [
            (
                (Part(ontology().value_caption("severity", each.severity, language=self._page.language), code=each.severity),),
                (Part(self._page.say(each.explanation, each.explanation_en)),),
            )
            for each in effects.findings
        ]  # fmt: skip
        return self._effect("findings", ("新出现的问题", "New findings"), heads, lines)

    def workload(self, effects: Effects) -> Effect:
        heads = (("领导", "leader"), *LOADS)
        lines = [
            (self._name(each.person), *((Part(figure),) for figure in _figures(each.before, each.after)))
            for each in effects.workload
        ]
        return self._effect("workload", ("工作量", "Workload"), heads, lines)

    def _effect(
        self, code: str, title: tuple[str, str], heads: Iterable[tuple[str, str]], lines: Iterable[tuple[_Cell, ...]]
    ) -> Effect:
        said = tuple(self._page.say(*head) for head in heads)
        rows = tuple(TableLine(tuple(_full(cell) for cell in cells), ()) for cells in lines)
        return Effect(code, self._page.say(*title), PageTable(said, rows, ""))

    def _name(self, named: Named) -> _Cell:
        return (Part(named.name, self._href(named.id)),)

    def _names(self, some: Iterable[Named]) -> _Cell:
        return tuple(part for named in some for part in self._name(named))

    def _href(self, identifier: str) -> str:
        """What only the draft knows has no page yet."""
        if identifier not in self._known:
            self._known[identifier] = bool(identifier) and self._page.library.index.get(identifier) is not None
        return self._page.href(identifier) if self._known[identifier] else ""

    def _desks(self, desks: Iterable[Desk]) -> _Cell:
        parts = []
        for desk in desks:
            verb = desk.relation or self._page.caption(CHARGES[desk.kind])
            bounds = self._page.words.join(
                (self._page.say("协助", "assisting") if desk.capacity == "assisting" else "", desk.scope)
            )
            how = f"{verb}，{bounds}" if bounds else verb
            name = self._page.say(f"{desk.object.name}（{how}）", f"{desk.object.name} ({how})")
            parts.append(Part(name, self._href(desk.object.id)))
        return tuple(parts)

    def _responsible(self, answers: Iterable[Responsible]) -> _Cell:
        parts: list[Part] = []
        for each in answers:
            verdict = ontology().value_caption("verdict", each.verdict, language=self._page.language)
            parts += [*self._name(each.who), Part(verdict, code=each.verdict)]
        return tuple(parts)

    def _occupant(self, each: Occupant | None) -> _Cell:
        if each is None:
            return ()
        state = ontology().value_caption("state", each.state, language=self._page.language)
        who = self._name(each.who) if each.who else ()
        return (*who, *((Part(each.title),) if each.title else ()), Part(state, code=each.state))


def _full(cell: _Cell) -> _Cell:
    return tuple(part for part in cell if part.text)


def _figures(before: Load, after: Load) -> list[str]:
    was = (before.units, before.matters, before.liaises, before.tasks, before.groups, before.chairs)
    now = (after.units, after.matters, after.liaises, after.tasks, after.groups, after.chairs)
    return [f"{old} → {new}" if old != new else str(new) for old, new in zip(was, now, strict=True)]
