"""The resources of the API: which label each path lists, and which parts each thing has.

A part is an answer of `queries.answers` (`responsible`, `roster` …) or a canned query as it stands. Adding a part is adding a
line here: route, OpenAPI, links and tests follow.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from queries.answers.lists import Sort
from queries.answers.model import Answer, Holders, Oversight, Portfolio, Posts, Responsibility, Roster, StandIns
from queries.router import Kind


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a thing: the kind of answer, or the canned query and the parameter that takes the thing's id."""

    name: str
    zh: str
    en: str
    kind: Kind | None = None
    model: type[Answer] | None = None
    query: str = ""
    parameter: str = ""


@dataclass(frozen=True, slots=True)
class Resource:
    """A path with a list, one thing by id, and its parts."""

    path: str
    label: str
    sort: Sort = "name"
    parts: tuple[Part, ...] = field(default=())


_PERSON: Final = "person"
_BODY: Final = "organisation"

RESOURCES: Final = (
    Resource(
        "persons",
        "Person",
        parts=(
            Part("portfolio", "领导分工", "what is on the desk", kind="portfolio", model=Portfolio),
            Part("posts", "任职", "posts held", kind="posts", model=Posts),
            Part("stand-in", "AB角", "who acts in absence", kind="stand_in", model=StandIns),
            Part("groups", "参加的议事协调机构", "groups", query="people/groups-of", parameter=_PERSON),
            Part("tasks", "任务", "tasks that name the person or fall to the person", query="people/tasks-of", parameter=_PERSON),
            Part("timeline", "大事记", "everything over time", query="people/timeline", parameter=_PERSON),
            Part("impact", "调整影响", "what a change of this person touches", query="graph/reshuffle-impact", parameter=_PERSON),
            Part("careers", "同名异地候选", "the same name elsewhere, as candidates", query="people/careers", parameter=_PERSON),
        ),
    ),
    Resource(
        "organisations",
        "Organisation",
        parts=(
            Part("oversight", "由谁分管", "who oversees it", kind="oversight", model=Oversight),
            Part("holders", "谁任职", "who holds its posts", kind="holders", model=Holders),
            Part("duties", "职责", "duties", query="organisations/duties", parameter=_BODY),
            Part("tasks", "任务", "tasks", query="tasks/of-organisation", parameter=_BODY),
            Part("plans", "预案与方案", "plans", query="organisations/plans", parameter=_BODY),
            Part("indicators", "指标", "indicators", query="organisations/indicators", parameter=_BODY),
            Part("lineage", "沿革", "names and changes over time", query="organisations/lineage", parameter=_BODY),
        ),
    ),
    Resource(
        "posts",
        "Post",
        parts=(
            Part("holders", "谁任此职", "who holds it", kind="holders", model=Holders),
            Part("seats", "随职席位", "seats bound to it", query="groups/seats-by-post", parameter="post"),
        ),
    ),
    Resource(
        "groups",
        "Group",
        parts=(
            Part("roster", "组成人员名单", "who sits in it, and why", kind="roster", model=Roster),
            Part("history", "人员沿革", "all seats over time", query="groups/membership-history", parameter="group"),
            Part("detail", "设立与办公室", "office, parent, acts", query="groups/detail", parameter="group"),
            Part("genealogy", "沿革", "what it was and became", query="groups/genealogy", parameter="group"),
            Part("shared-members", "共同成员", "groups with the same people", query="groups/shared-members", parameter="group"),
        ),
    ),
    Resource(
        "tasks",
        "Task",
        sort="number",
        parts=(
            Part("responsible", "谁负责", "who is responsible", kind="responsible", model=Responsibility),
            Part("detail", "任务详情", "text, units, subsidies", query="tasks/task-detail", parameter="task"),
        ),
    ),
    Resource(
        "plans",
        "Plan",
        parts=(
            Part("tasks", "任务分解", "its tasks", query="plans/tasks", parameter="plan"),
            Part("indicators", "考核指标", "its indicators", query="plans/indicators", parameter="plan"),
        ),
    ),
    Resource(
        "documents",
        "Document",
        sort="-date",
        parts=(
            Part("detail", "文件要素", "number, dates, issuer, validity", query="documents/detail", parameter="document"),
            Part("statements", "所载事项", "what was read in it", query="documents/facts-of", parameter="document"),
            Part("citations", "引用关系", "what it cites and what cites it", query="documents/citations", parameter="document"),
        ),
    ),
    Resource("events", "Event", sort="-date"),
    Resource("indicators", "Indicator", sort="number"),
    Resource(
        "matters",
        "Matter",
        parts=(Part("oversight", "由谁负责", "who answers for it", kind="oversight", model=Oversight),),
    ),
)  # fmt: skip

#: Label by path, to tell where a thing of a label is found.
PATHS: Final = {resource.label: resource.path for resource in RESOURCES}
