"""Which pictures there are: of a whole place, and of one thing. A picture is a line here; page, frame and file follow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Query

from api import limits
from api.identifiers import thing_of
from api.web.examples import Shelf, shelf_of
from api.web.page import Page, label_of
from core.errors import NotFoundError
from graph.ontology import Caption
from queries.library import Library
from viz import figures, networks, structure
from viz.explorer import KINDS, Survey, Wanted, explorer, survey
from viz.scene import Scene


@dataclass(frozen=True, slots=True)
class Ask:
    """What a picture is asked about: a thing and how far around it, or what its table is narrowed to."""

    node: str = ""
    depth: int = 1
    kind: str = ""
    name: str = ""

    def query(self) -> dict[str, str]:
        """The same as parameters of an address."""
        depth = str(self.depth) if self.depth > 1 else ""
        return {"node": self.node, "depth": depth, "kind": self.kind, "name": self.name}


def ask(
    node: Annotated[str, Query(max_length=limits.MAX_ID)] = "",
    depth: Annotated[int, Query(ge=1, le=limits.MAX_DEPTH)] = 1,
    kind: Annotated[str, Query(max_length=40)] = "",
    name: Annotated[str, Query(max_length=limits.MAX_WORDS)] = "",
) -> Ask:
    """The dependency: an `Ask` out of the address. An unknown kind narrows to nothing it could name, so it is dropped."""
    return Ask(node, depth, kind if kind in KINDS else "", name.strip())


Asking = Annotated[Ask, Depends(ask)]


@dataclass(frozen=True, slots=True)
class Sort:
    """A picture of a whole place."""

    name: Caption
    about: Caption
    make: Callable[[Page, Ask], Scene]


def scene_of(page: Page, sort: str, asked: Ask) -> Scene:
    """The picture of that name. Raises `NotFoundError` if there is none, or what the store raises."""
    library, on, language = page.library, page.on, page.language
    if sort == "neighbourhood" and asked.node:
        thing = thing_of(library, label_of(asked.node), asked.node)
        return networks.neighbourhood(library, thing, on, language=language, href=page.href, depth=asked.depth)
    if sort == "indicators" and asked.node:
        return figures.indicators(library, page.thing(asked.node, "Plan"), on, language=language)
    if sort in SORTS:
        return SORTS[sort].make(page, asked)
    raise NotFoundError(f"没有这种图 | no such picture: {sort}", remedy=", ".join(SORTS))


def _explorer(page: Page, asked: Ask) -> Scene:
    found = _survey(page.library, shelf_of(page), page.place)
    wanted = Wanted(asked.kind, asked.name)
    return explorer(found, page.on, language=page.language, href=page.href, wanted=wanted)


def prepare(library: Library, shelf: Shelf) -> None:
    """Read and pack a version of the graph before anybody asks for it."""
    _survey(library, shelf, "")


def _survey(library: Library, shelf: Shelf, place: str) -> Survey:
    """Read and packed once a version: what stands where does not depend on the day."""
    return shelf.get(library.store.version(), ("survey", place), lambda: survey(library, place))


SORTS: dict[str, Sort] = {
    "matrix": Sort(
        Caption(zh="领导分工一览", en="Leaders and bodies"),
        Caption(zh="领导与单位的对照表：谁主持、分管、联系", en="A matrix: who heads, has charge of, liaises with what"),
        lambda page, _: structure.heat(page.library, page.on, page.place, language=page.language),
    ),
    "leaders": Sort(
        Caption(zh="领导分工图", en="Leadership map"),
        Caption(zh="各位领导与其主持、分管、联系的单位", en="Leaders and the bodies on their desks"),
        lambda page, _: networks.leadership(page.library, page.on, page.place, language=page.language, href=page.href),
    ),
    "structure": Sort(
        Caption(zh="组织架构图", en="Organisation chart"),
        Caption(zh="政府、领导、分管的单位及其下属", en="Government, leaders, the bodies under them and what is part of these"),
        lambda page, _: structure.chart(page.library, page.on, page.place, language=page.language),
    ),
    "pairs": Sort(
        Caption(zh="AB角一览", en="Stand-in pairs"),
        Caption(zh="谁外出时由谁代为处理", en="Who stands in for whom"),
        lambda page, _: networks.pairs(page.library, page.on, page.place, language=page.language, href=page.href),
    ),
    "groups": Sort(
        Caption(zh="领导小组与成员", en="Groups and members"),
        Caption(zh="谁和谁同在哪些小组", en="Who meets whom in which groups"),
        lambda page, _: networks.memberships(page.library, page.on, page.place, language=page.language, href=page.href),
    ),
    "flow": Sort(
        Caption(zh="任务流向", en="Who leads what"),
        Caption(zh="领导、牵头单位、方案之间的任务数", en="Tasks between leaders, lead units and plans"),
        lambda page, _: figures.flow(page.library, page.on, page.place, language=page.language),
    ),
    "workload": Sort(
        Caption(zh="工作量", en="Workload"),
        Caption(zh="各位领导的单位、事项、任务、小组数", en="Bodies, matters, tasks and groups a leader"),
        lambda page, _: figures.workload(page.library, page.on, page.place, language=page.language),
    ),
    "explorer": Sort(
        Caption(zh="全图", en="The whole graph"),
        Caption(zh="所有人员、单位、小组、任务、文件，可筛选", en="All persons, bodies, groups, tasks and papers; narrow it by kind and name"),
        _explorer,
    ),
}  # fmt: skip
