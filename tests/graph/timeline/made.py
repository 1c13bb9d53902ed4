"""Small made-up corpora for laws: a few people, posts and papers in any combination."""

from __future__ import annotations

from hypothesis import strategies as st

from graph import statements as waist
from graph.statements import Source, Statement

PEOPLE = ("周正", "沈渡", "林涛")
SOLE = ("县财政局局长", "县民政局局长")
MANY = ("县财政局副局长",)
DAYS = ("", "2031-03", *(f"2031-0{month}-{day:02}" for month in range(1, 8) for day in (1, 15)))
GROUPS = ("医改领导小组", "防汛指挥部")
UNITS = ("县财政局", "县水利局", "县教育局")
LEADERS = ("杜若", "高山", "石磊")


def source(doc_id: str, line: int) -> Source:
    return Source(jurisdiction="甲县", doc_id=doc_id, file="made", line_start=line, quote="（编）", rule="made")


@st.composite
def papers(draw: st.DrawFn, number: int) -> list[Statement]:
    """One paper: appointments, a roster or a division."""
    kind = draw(st.sampled_from(("appointments", "roster", "roster", "division", "pairs")))
    doc_id = f"甲政办发〔2031〕{number}号"
    day = draw(st.sampled_from(DAYS))
    rows: list[Statement] = [
        waist.Document(title="通知", issuer="甲县人民政府办公室", signed_date=day, source=source(doc_id, 1))
    ]
    match kind:
        case "appointments":
            for line in range(draw(st.integers(1, 3))):
                action = draw(st.sampled_from(("任命", "免去", "提名", "代理")))
                person, post = draw(st.sampled_from(PEOPLE)), draw(st.sampled_from(SOLE + MANY))
                rows.append(waist.Appointment(action=action, person=person, post=post, source=source(doc_id, line + 2)))
        case "roster":
            rows.extend(_roster(draw, doc_id))
        case "division":
            rows.extend(_division(draw, doc_id))
        case _:
            one, other = draw(st.permutations(LEADERS))[:2]
            rows.append(waist.StandIn(person_a=one, person_b=other, source=source(doc_id, 2)))
    return rows


def _roster(draw: st.DrawFn, doc_id: str) -> list[Statement]:
    group = draw(st.sampled_from(GROUPS))
    extent = draw(st.sampled_from(("whole", "patch")))
    rows: list[Statement] = [waist.Group(group=group, action="调整", extent=extent, source=source(doc_id, 2))]
    if draw(st.booleans()):
        rows.append(waist.Succession(group=group, applies_to=("members",), source=source(doc_id, 3)))
    people = draw(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=3, unique=True))
    for order, person in enumerate(people, start=1):
        title = draw(st.sampled_from(SOLE + MANY))
        role = draw(st.sampled_from(("组长", "成员")))
        row = waist.Membership(
            group=group, role=role, order=order, person=person, title=title, source=source(doc_id, 3 + order)
        )
        rows.append(row)
    return rows


def _division(draw: st.DrawFn, doc_id: str) -> list[Statement]:
    rows: list[Statement] = []
    if draw(st.booleans()):
        rows.append(
            waist.Portfolio(person="丁一", title="县长", relation="主持", object="县人民政府", source=source(doc_id, 2))
        )
    losers = draw(st.lists(st.sampled_from(LEADERS), max_size=2, unique=True))
    for line, person in enumerate(losers, start=10):
        unit, relation = draw(st.sampled_from(UNITS)), draw(st.sampled_from(("分管", "联系", "")))
        loss = waist.Discharge(
            person=person, title="副县长", relation=relation, object=unit, source=source(doc_id, line)
        )
        rows.append(loss)
    named = st.lists(st.sampled_from(LEADERS), min_size=0 if losers else 1, unique=True)
    for order, person in enumerate(draw(named), start=1):
        unit, relation = draw(st.sampled_from(UNITS)), draw(st.sampled_from(("分管", "分管", "联系")))
        row = waist.Portfolio(
            person=person, title="副县长", order=order, relation=relation, object=unit, source=source(doc_id, 2 + order)
        )
        rows.append(row)
    return rows


@st.composite
def corpora(draw: st.DrawFn) -> list[Statement]:
    """Up to seven papers."""
    count = draw(st.integers(1, 7))
    return [statement for number in range(1, count + 1) for statement in draw(papers(number))]
