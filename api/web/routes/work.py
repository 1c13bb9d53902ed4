"""Tasks and plans: who answers for what, and by which verdict."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response

from api.web.page import Asked, Identifier, Page, change_days
from api.web.render import render
from api.web.tables import PageTable, Part, TableLine, of_rows
from graph.ontology import ontology
from graph.stores.store import Row, Value
from queries.answers.rows import maps, text, texts
from queries.answers.tasks import who_is_responsible
from queries.printed import as_printed, number_key

router = APIRouter()

_PLANS = 2_000
_PARTS = {"LEADS": 0, "CARRIES_OUT": 1, "SUPPORTS": 2}
#: Rows of a paper that belong to a plan and have no page of their own: phases and targets.
_PRINTED = ("phases", "targets")

By = Literal["section", "unit", "leader"]
_VERDICT_HEADS = (
    ("结论", "verdict"),
    ("谁", "who"),
    ("经由", "through"),
    ("说明", "why"),
    ("始", "from"),
    ("止", "until"),
)


@router.get("/{language}/tasks/{identifier}", include_in_schema=False)
def task(page: Asked, identifier: Identifier) -> Response:
    """The responsible chain of a task: named in the paper, in charge on the day, standing in, and the units."""
    thing = page.thing(identifier, "Task")
    found = who_is_responsible(page.library, thing, page.on)
    detail = next(iter(page.rows("tasks/task-detail", task=identifier, on=page.on)), None)
    history = page.rows("tasks/answers-over-time", task=identifier)
    past = of_rows(
        page,
        history,
        ("verdict", "who", "through", "explanation", "possible_from", "possible_to"),
        heads=_VERDICT_HEADS,
    )
    money = of_rows(
        page,
        [_money(page, row) for row in as_printed(page.library, maps(detail, "subsidies"))] if detail else [],
        ("name", "condition", "rate_percent", "amount_yuan", "cap_yuan", "per"),
        heads=(("奖补", "subsidy"), ("条件", "condition"), ("比例%", "rate %"), ("金额", "amount"), ("上限", "cap"),
               ("计发单位", "per")),
    )  # fmt: skip
    whole = text(detail, "text") if detail else ""
    printed = texts(detail, "evidence") if detail else ()
    return render(
        page,
        "task.html",
        cited=[*past.cited(), *money.cited(), *printed],
        known=found.evidence,
        days=change_days(history),
        found=found,
        whole=whole if whole != thing.name else "",
        printed=printed,
        past=past,
        money=money,
    )


def _makers(page: Page, plan: str) -> list[Row]:
    """The units that draft and interpret a plan on the day."""
    rows = page.rows("plans/makers", plan=plan)
    return [
        row for row in rows if text(row, "possible_from") <= page.on and (text(row, "possible_to") or "9999") > page.on
    ]


def _money(page: Page, row: Row) -> Row:
    """A subsidy as papers write amounts (20万元); a condition that is its name stands once."""
    said = {name: _yuan(page, row.get(name)) for name in ("amount_yuan", "cap_yuan")}
    condition = "" if row.get("condition") == row.get("name") else row.get("condition")
    return {
        **row,
        **said,
        "condition": condition,
        "name": row.get("name") or page.say("（条件见原文）", "(condition: see the words)"),
    }


def _yuan(page: Page, value: Value) -> Value:
    try:
        amount = float(value) if isinstance(value, str | int | float) else 0.0
    except ValueError:
        return value
    if not amount or not page.zh:
        return f"¥{amount:,.0f}" if amount else value
    return f"{amount / 10_000:g}万元" if amount >= 10_000 else f"{amount:g}元"


@router.get("/{language}/plans", include_in_schema=False)
def plans(page: Asked) -> Response:
    """All plans: those with tasks and indicators first, then the emergency plans by their printed numbers."""
    rows = [
        {
            **row,
            "kind": ontology().value_caption("plan_kind", text(row, "kind"), language=page.language),
            "tasks": row["tasks"] or None,
        }
        for row in _catalogued(page)
    ]
    listed = of_rows(
        page, rows, ("kind", "category", "number", "plan", "drafters", "tasks", "document_number"),
        heads=(("类别", "kind"), ("分类", "category"), ("编号", "no."), ("方案预案", "plan"), ("牵头编制", "drafted by"),
               ("任务", "tasks"), ("文号", "number")),
    )  # fmt: skip
    return render(page, "plans.html", cited=listed.cited(), listed=listed)


def _catalogued(page: Page) -> list[Row]:
    """The catalogue by kind and paper; a paper's categories stand as it prints them, each by its numbers."""
    found = page.rows("plans/catalogue", on=page.on, jurisdiction=page.place, limit=_PLANS)
    rows = as_printed(page.library, found)
    kinds = {kind: place for place, kind in enumerate(("tasks", "indicators", "emergency", "instrument"))}
    categories = {name: place for place, name in enumerate(dict.fromkeys(_category(row) for row in rows))}
    return sorted(
        rows,
        key=lambda row: (kinds.get(text(row, "kind"), len(kinds)), text(row, "document_id"), categories[_category(row)],
                         number_key(text(row, "number"))),
    )  # fmt: skip


def _category(row: Row) -> tuple[str, str]:
    return text(row, "document_id"), text(row, "category")


@router.get("/{language}/plans/{identifier}", include_in_schema=False)
def plan(page: Asked, identifier: Identifier, by: Annotated[By, Query()] = "section") -> Response:
    """The table of a plan, by section, by lead unit or by the leader who answers for it."""
    thing = page.thing(identifier, "Plan")
    rows = page.rows("plans/tasks", plan=identifier, on=page.on)
    grouped: dict[str, list[Row]] = {}
    for row in _whole(rows):
        for key in _keys(row, by) or [page.say("未写明", "not said")]:
            grouped.setdefault(key, []).append(row)
    heads = (("编号", "no."), ("任务", "task"), ("单位", "units"), ("当日责任人", "answers that day"), ("结论", "verdict"),
             ("时限", "deadline"))  # fmt: skip
    tables = [
        (name, of_rows(page, some, ("number", "task", "units", "answered", "verdict", "deadline"), heads=heads))
        for name, some in (sorted(grouped.items()) if by == "leader" else grouped.items())
    ]
    indicators = of_rows(
        page, as_printed(page.library, page.rows("plans/indicators", plan=identifier)), ("section", "subsection", "number", "indicator", "weight", "weight_reasoned", "units"),
        heads=(("章节", "section"), ("小节", "subsection"), ("编号", "no."), ("指标", "indicator"), ("分值", "weight"),
               ("推算分值", "worked out"), ("责任单位", "units")),
    )  # fmt: skip
    paper = next(iter(page.rows("plans/paper", plan=identifier)), None)
    makers = of_rows(
        page, _makers(page, identifier), ("part", "organisation"),
        heads=(("角色", "part"), ("单位", "body")),
    )  # fmt: skip
    facts = page.rows("documents/facts-of", document=text(paper, "document_id"), limit=10_000) if paper else []
    return render(
        page,
        "plan.html",
        units=_units(page, rows),
        printed=[]
        if paper and paper["kind"] == "emergency"
        else [(name, [row for row in facts if row["table"] == name]) for name in _PRINTED],
        makers=makers,
        entry=texts(paper, "evidence") if paper else (),
        cited=[
            *indicators.cited(),
            *makers.cited(),
            *(texts(paper, "evidence") if paper else ()),
            *(each for _, some in tables for each in some.cited()),
        ],
        thing=thing,
        by=by,
        tables=tables,
        count=len({text(row, "task_id") for row in rows}),
        indicators=indicators,
        paper=paper,
    )


def _whole(rows: list[Row]) -> list[Row]:
    """One row a task: all who answer for it together, printed order."""
    found: dict[str, Row] = {}
    for row in rows:
        known = found.setdefault(text(row, "task_id"), {**row, "answered": []})
        answered = known["answered"]
        if text(row, "who_id") and isinstance(answered, list):
            who: Row = {"id": row["who_id"], "name": row["who"]}
            if who not in answered:
                answered.append(who)
    return sorted(found.values(), key=lambda row: (number_key(text(row, "number")), text(row, "task_id")))


def _keys(row: Row, by: By) -> list[str]:
    if by == "unit":
        return [text(unit, "name") for unit in maps(row, "units") if unit["part"] == "LEADS"]
    if by == "leader":
        return [text(who, "name") for who in maps(row, "answered")]
    return [text(row, "section")] if text(row, "section") else []


def _units(page: Page, rows: list[Row]) -> PageTable:
    """The bodies with a part in the plan, for co-signing: how many tasks each leads, carries out and supports."""
    found: dict[str, dict[str, set[str]]] = {}
    names: dict[str, str] = {}
    for row in rows:
        for unit in maps(row, "units"):
            names[text(unit, "id")] = text(unit, "name")
            found.setdefault(text(unit, "id"), {}).setdefault(text(unit, "part"), set()).add(text(row, "task_id"))
    ordered = sorted(found, key=lambda unit: (*(-len(found[unit].get(part, ())) for part in _PARTS), names[unit], unit))
    heads = (page.say("单位", "body"), *(page.caption(part) for part in _PARTS))
    lines = tuple(
        TableLine(
            (
                (Part(names[unit], page.href(unit)),),
                *((Part(str(len(some))),) if (some := found[unit].get(part)) else () for part in _PARTS),
            ),
            (),
        )
        for unit in ordered
    )
    return PageTable(heads, lines, "plans/tasks")
