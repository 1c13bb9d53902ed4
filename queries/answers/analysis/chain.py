"""The shortest chain between two things, found from both ends at once."""

from __future__ import annotations

from graph.analysis.chains import shortest_chain
from graph.analysis.ties import End, Tie
from graph.ontology import ontology
from queries.answers.analysis.model import About, Analysis, Asked, Column, Link, Row, Takes, Text
from queries.answers.analysis.reading import Reader, thing
from queries.answers.model import Coded, Thing
from queries.answers.network import around_all
from queries.answers.resolve import resolve
from queries.answers.rows import text, texts
from queries.library import Library
from queries.router import Label

#: What can stand at an end of a chain.
ENDS: tuple[Label, ...] = ("Organisation", "Person", "Group", "Post", "Task", "Plan")
#: Relations of duty. Papers, places, names and the government all bodies are part of join everything and would say nothing.
TYPES = frozenset({
    "HOLDS", "OF", "HEADS", "IN_CHARGE_OF", "SHARES_CHARGE_OF", "LIAISES_WITH", "RESPONSIBLE_FOR", "ASSISTS",
    "STANDS_IN_FOR", "MEMBER_OF", "SUBGROUP_OF", "OFFICE_IN", "HAS_TASK", "NAMED_FOR", "LEADS", "CARRIES_OUT", "SUPPORTS",
    "ANSWERED_BY", "DRAFTS", "INTERPRETS",
})  # fmt: skip
#: Beyond this a chain says that both are in one government, and that was known.
MOST_HOPS = 8
_MOST_NODES = 20_000
ABOUT = About(
    "chain",
    Text("最短关联", "Shortest chain"),
    Text("某日，这两者经由哪些关系最近地连在一起？", "By which relations were these two joined most closely?"),
    Text(
        f"沿任职、分管、联系、AB角、小组、任务等关系从一端到另一端步数最少的一条路，最多 {MOST_HOPS} 步，逐步附依据。",
        f"The way of fewest steps along posts, charges, liaison, stand-ins, groups and tasks, at most {MOST_HOPS}, each step with "
        "its words.",
    ),
    Text(
        "同样短的路可能不止一条，这里给出按名称排在最前的一条；路短不等于往来密切。",
        "There may be more than one as short; this is the first by name. A short way is not a close relation.",
    ),
    "network",
    takes=(
        Takes("a", Text("一端", "one end"), ENDS),
        Takes("b", Text("另一端", "the other end"), ENDS),
    ),
    by_place=False,
)
_NONE = Text(f"{MOST_HOPS} 步之内没有关联。", f"They are not joined within {MOST_HOPS} steps.")


def run(library: Library, asked: Asked) -> Analysis:
    """One line a hop. Raises what `resolve` raises."""
    one, other = (resolve(library.index, each, ENDS, jurisdiction=asked.jurisdiction) for each in asked.what)
    reader = Reader(library, asked, queries=["graph/neighbourhood-of-many"])
    hops = shortest_chain(_between(reader, one, other), one.id, other.id)
    columns = (
        Column("step", "步", "step"),
        Column("from", "从", "from"),
        Column("relation", "关系", "relation"),
        Column("word", "原文用词", "printed word"),
        Column("to", "到", "to"),
    )
    rows, links = [], []
    for number, hop in enumerate(hops, start=1):
        relation = Coded.edge(hop.tie.type)
        if not hop.forward:
            relation = Coded(f"<{relation.code}", f"← {relation.zh}", f"← {relation.en}")
        word = ontology().value_caption("verdict", hop.tie.word) if hop.tie.type == "ANSWERED_BY" else hop.tie.word
        rows.append(Row((number, (thing(hop.start),), relation, word, (thing(hop.end),)), hop.tie.evidence))
        links.append(Link(thing(hop.tie.start), thing(hop.tie.end), hop.tie.type, hop.tie.word))
    subject = Thing(one.id, one.label, f"{one.name} — {other.name}")
    return reader.answer(ABOUT, columns, rows, links=links, notes=() if hops else (_NONE,), subject=subject)


def _between(reader: Reader, one: Thing, other: Thing) -> list[Tie]:
    """All ties on the levels walked from both ends until they meet: every shortest way lies inside them."""
    seen = ({one.id: one}, {other.id: other})
    border: list[list[Thing]] = [[one], [other]]
    ties: dict[str, Tie] = {}
    for _ in range(MOST_HOPS):
        if seen[0].keys() & seen[1].keys():
            break
        # The smaller border goes on: a body has some dozens of neighbours, a large plan has hundreds.
        side = 0 if (len(border[0]), 0) <= (len(border[1]), 1) else 1
        around = around_all(reader.library, border[side], reader.asked.on)
        fresh: dict[str, Thing] = {}
        for here in border[side]:
            for row in around[here.id]:
                if text(row, "edge") not in TYPES:
                    continue
                there = Thing(text(row, "other_id"), text(row, "other_kind"), text(row, "other"))
                out = text(row, "direction") == "out"
                start, end = (here, there) if out else (there, here)
                ties.setdefault(
                    text(row, "edge_id"),
                    Tie(_end(start), text(row, "edge"), _end(end), text(row, "word"), evidence=texts(row, "evidence")),
                )
                if there.id not in seen[side]:
                    fresh[there.id] = there
        seen[side].update(fresh)
        border[side] = list(fresh.values())
        if not fresh:
            break
        if len(seen[0]) + len(seen[1]) > _MOST_NODES:
            reader.truncated = True
            break
    return list(ties.values())


def _end(each: Thing) -> End:
    return End("", each.name, each.id, each.label)
