"""An organisation: who heads it, who has it on the desk, what it does; and a matter."""

from __future__ import annotations

from fastapi import APIRouter, Response

from api.web.examples import place_names
from api.web.page import Asked, Identifier, Page, change_days
from api.web.pictures import overseers
from api.web.render import render
from api.web.tables import of_rows, table
from api.web.tones import name_kind
from graph.stores.store import Row
from queries.answers.bodies import oversight
from queries.answers.leaders import holders
from queries.answers.lists import one
from queries.answers.rows import text
from queries.printed import as_printed, number_key

router = APIRouter()

#: A way of `organisations/lineage` that no edge type has a caption for.
_LINEAGE = {"CAME_FROM": ("由来", "came from")}


@router.get("/{language}/organisations/{identifier}", include_in_schema=False)
def organisation(page: Asked, identifier: Identifier) -> Response:
    """One body on the day."""
    thing = page.thing(identifier, "Organisation")
    known = one(page.library, thing)
    who = oversight(page.library, thing, page.on)
    staff = holders(page.library, thing, page.on)
    over_time = page.rows("organisations/oversight-history", organisation=identifier)
    lineage = page.rows("organisations/lineage", organisation=identifier)
    tables = {
        "tasks": of_rows(
            page, _tasks(page, identifier), ("word", "number", "task", "plan", "deadline", "who", "verdict"),
            heads=(("角色", "part"), ("编号", "no."), ("任务", "task"), ("出自", "from"), ("时限", "deadline"),
                   ("当日责任人", "answers that day"), ("结论", "verdict")),
        ),
        "plans": of_rows(
            page, _plans(page, identifier), ("part", "category", "plan", "document_number"),
            heads=(("角色", "part"), ("分类", "category"), ("方案预案", "plan"), ("文号", "number")),
        ),
        "duties": table(
            page, "organisations/duties", ("marker", "duty", "document_number"),
            heads=(("职责词", "word"), ("职责", "duty"), ("文号", "number")), organisation=identifier, on=page.on,
        ),
        "indicators": table(
            page, "organisations/indicators", ("section", "indicator", "weight", "weight_reasoned", "word"),
            heads=(("章节", "section"), ("指标", "indicator"), ("分值", "weight"), ("推算分值", "worked out"), ("角色", "part")),
            organisation=identifier,
        ),
        "lineage": of_rows(
            page, [{**row, "relation": _lineage(page, row)} for row in lineage if row["relation"] not in ("HAS_PART", "KNOWN_AS")],
            ("relation", "other", "detail", "possible_from", "possible_to"),
            heads=(("关系", "relation"), ("对象", "what"), ("方式", "how"), ("始", "from"), ("止", "until")),
        ),
        "parts": of_rows(
            page, [row for row in lineage if row["relation"] == "HAS_PART"], ("other", "possible_from", "possible_to"),
            heads=(("单位", "body"), ("始", "from"), ("止", "until")),
        ),
        "names": of_rows(
            page, [{**row, "kind": name_kind(text(row, "kind"), page.language)} for row in page.rows("lists/names", node_kind="Organisation", node=identifier)],
            ("known_as", "kind", "possible_from", "possible_to"),
            heads=(("名称", "name"), ("类别", "kind"), ("始", "from"), ("止", "until")),
        ),
        "past": of_rows(
            page, over_time, ("edge", "person", "relation", "capacity", "possible_from", "possible_to"),
            heads=(("关系", "relation"), ("谁", "who"), ("原文用词", "printed verb"), ("方式", "capacity"), ("始", "from"),
                   ("止", "until")),
        ),
    }  # fmt: skip
    return render(
        page,
        "organisation.html",
        cited=[each for some in tables.values() for each in some.cited()],
        known=[*who.evidence, *staff.evidence, *known.evidence],
        days=change_days(over_time),
        who=who,
        staff=staff,
        item=known,
        tables=tables,
        lifeline=overseers(page, thing, over_time),
    )


@router.get("/{language}/matters/{identifier}", include_in_schema=False)
def matter(page: Asked, identifier: Identifier) -> Response:
    """Who answers for a matter on the day, here and in other places."""
    thing = page.thing(identifier, "Matter")
    who = oversight(page.library, thing, page.on)
    names = place_names(page)
    elsewhere = of_rows(
        page, [{**row, "jurisdiction": names.get(text(row, "jurisdiction"), text(row, "jurisdiction"))}
               for row in page.rows("matters/compare", matter=thing.name, on=page.on)],
        ("jurisdiction", "object", "edge", "person", "relation", "status"),
        heads=(("地区", "place"), ("事项", "matter"), ("关系", "relation"), ("谁", "who"), ("原文用词", "printed verb"),
               ("把握", "how sure")),
    )  # fmt: skip
    return render(page, "matter.html", cited=elsewhere.cited(), known=who.evidence, who=who, elsewhere=elsewhere)


def _tasks(page: Page, identifier: str) -> list[Row]:
    """The tasks of a body plan by plan, those it leads first, by their printed numbers."""
    rows = page.rows("tasks/of-organisation", organisation=identifier, on=page.on)
    parts = ("LEADS", "CARRIES_OUT", "SUPPORTS")
    return sorted(
        rows, key=lambda row: (text(row, "plan"), parts.index(text(row, "part")), number_key(text(row, "number")))
    )


def _plans(page: Page, identifier: str) -> list[Row]:
    rows = page.rows("organisations/plans", organisation=identifier, on=page.on)
    return sorted(as_printed(page.library, rows), key=lambda row: (text(row, "part"), text(row, "kind")))


def _lineage(page: Page, row: Row) -> str:
    code = text(row, "relation")
    return page.say(*_LINEAGE[code]) if code in _LINEAGE else page.caption(code)
