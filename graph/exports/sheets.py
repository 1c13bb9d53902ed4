"""One table a question, for people with a spreadsheet: each row a fact, with the paper, the line and the words it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from core.settings import Language
from graph.elements import Edge, Node
from graph.exports.index import NOWHERE, Index, Place, Words, counted, integer, text
from graph.ontology import Caption, ontology

Row = list[str]

_DAYS = (
    Caption(zh="确定始于", en="certain from"), Caption(zh="确定止于（不含）", en="certain until (exclusive)"),
    Caption(zh="最早可能始于", en="possible from"), Caption(zh="最晚可能止于（不含）", en="possible until (exclusive)"),
)  # fmt: skip
_SOURCE = (
    Caption(zh="依据类别", en="basis"), Caption(zh="文号", en="document number"), Caption(zh="行或单元格", en="line or cell"),
    Caption(zh="原文", en="quote"),
)  # fmt: skip
_CHARGES = ("HEADS", "IN_CHARGE_OF", "SHARES_CHARGE_OF", "RESPONSIBLE_FOR", "ASSISTS", "LIAISES_WITH")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its name and the names of its columns; `rows` makes its lines."""

    name: Caption
    columns: tuple[Caption, ...]
    rows: Callable[[Index, Language], Iterator[Row]]


def _heads(*pairs: tuple[str, str], dated: bool = True) -> tuple[Caption, ...]:
    own = tuple(Caption(zh=zh, en=en) for zh, en in pairs)
    return (*own, *(_DAYS if dated else ()), *_SOURCE)


def _holdings(index: Index, language: Language) -> Iterator[Row]:
    for edge in _as_printed(index, "HOLDS"):
        post = index.nodes[edge.end]
        body = index.names(index.out("OF", post.id), starts=False)
        capacity = _code("capacity", edge, language)
        yield [
            index.name(edge.start),
            index.name(edge.end),
            body,
            text(post, "position"),
            capacity,
            *_fact(index, edge, language),
        ]


def _charges(index: Index, language: Language) -> Iterator[Row]:
    for edge in _as_printed(index, *_CHARGES):
        yield [
            index.name(edge.start), ontology().caption(edge.type, language=language), index.name(edge.end), text(edge, "relation"),
            _code("capacity", edge, language), text(edge, "scope"), text(edge, "via"), *_fact(index, edge, language),
        ]  # fmt: skip


def _seats(index: Index, language: Language) -> Iterator[Row]:
    seats = [
        (index.name(edge.end), edge.end, integer(edge, "order"), text(edge, "possible_from"), edge.id, edge)
        for edge in index.edges("MEMBER_OF")
    ]
    for *_, edge in sorted(seats, key=lambda seat: seat[:5]):
        yield [
            index.name(edge.end), text(edge, "role"), text(edge, "order"), index.name(edge.start), text(edge, "title"),
            _code("state", edge, language), *_fact(index, edge, language),
        ]  # fmt: skip


def _tasks(index: Index, language: Language) -> Iterator[Row]:
    """A line an answer; a task nobody answers for has one line without."""
    numbered = [(text(task, "document"), counted(text(task, "number")), task.id) for task in index.label("Task")]
    for _, _, identifier in sorted(numbered):
        task = index.nodes[identifier]
        units = [index.names(index.into(kind, task.id)) for kind in ("LEADS", "CARRIES_OUT", "SUPPORTS")]
        plan = index.names(index.into("HAS_TASK", task.id))
        head = [plan, text(task, "number"), index.name(task.id), *units, index.names(index.into("NAMED_FOR", task.id))]
        answers = index.out("ANSWERED_BY", task.id)
        for answer in answers:
            verdict = _code("verdict", answer, language)
            yield [
                *head,
                index.name(answer.end),
                verdict,
                text(answer, "explanation"),
                text(task, "deadline"),
                *_fact(index, answer, language),
            ]
        if not answers:
            printed = index.into("HAS_TASK", task.id)
            yield [
                *head,
                "",
                "",
                "",
                text(task, "deadline"),
                *(_fact(index, printed[0], language) if printed else [""] * 8),
            ]


def _stand_ins(index: Index, language: Language) -> Iterator[Row]:
    for edge in _as_printed(index, "STANDS_IN_FOR"):
        own = [text(edge, name) for name in ("rank", "condition", "scope", "exclusion", "fallback")]
        yield [index.name(edge.end), index.name(edge.start), *own, *_fact(index, edge, language)]


def _plans(index: Index, language: Language) -> Iterator[Row]:
    listed = [
        (text(plan, "kind") == "emergency", text(plan, "document"), *_entry(index, plan), plan.id)
        for plan in index.label("Plan")
    ]
    for *_, identifier in sorted(listed):
        plan = index.nodes[identifier]
        units = [index.names(index.into(kind, plan.id)) for kind in ("DRAFTS", "INTERPRETS")]
        issued = index.into("ISSUED", plan.id)
        rests = _source(index, issued[0], language) if issued else [""] * 4
        kind = ontology().value_caption("plan_kind", text(plan, "kind"), language=language)
        own = [index.name(plan.id), kind, text(plan, "category"), text(plan, "number")]
        yield [*own, *units, index.name(text(plan, "document")), *_days(plan), *rests]


def _papers(index: Index, _: Language) -> Iterator[Row]:
    days = [
        (text(paper, "effective_day") or "9999", text(paper, "number"), paper.id) for paper in index.label("Document")
    ]
    for day in sorted(days):
        paper = index.nodes[day[-1]]
        own = [
            text(paper, name)
            for name in ("number", "name", "kind", "issuer", "signed_date", "effective_day", "valid_until")
        ]
        yield [*own, index.names(index.out("PRINTED_IN", paper.id), starts=False), *_days(paper)]


def _evidence(index: Index, language: Language) -> Iterator[Row]:
    for node in index.printed():
        words = index.words_of(node)
        table = ontology().value_caption("table", text(node, "table"), language=language)
        own = [table, *(text(node, name) for name in ("rule", "confidence", "file"))]
        yield [words.number, words.title, words.place, words.quote, *own, node.id]


def _as_printed(index: Index, *types: str) -> list[Edge]:
    """Edges in the order in which the papers print them."""
    return sorted(index.edges(*types), key=lambda edge: (index.place(edge), edge.id))


def _entry(index: Index, plan: Node) -> tuple[Place, str]:
    issued = index.into("ISSUED", plan.id)
    return (index.place(issued[0]) if issued else NOWHERE, text(plan, "category"))


def _fact(index: Index, edge: Edge, language: Language) -> Row:
    return [*_days(edge), *_source(index, edge, language)]


def _source(index: Index, edge: Edge, language: Language) -> Row:
    """The basis, and each paper with its places and words: one a line of the cell."""
    words = [each for each in index.all_words(edge) if each.quote or each.number]
    return [_code("basis", edge, language), *("\n".join(_column(words, name)) for name in ("number", "place", "quote"))]


def _column(words: list[Words], name: str) -> list[str]:
    # As many lines in each of the three cells, so that they can be read across.
    return [" ".join(str(getattr(each, name)).split()) for each in words]


def _days(element: Node | Edge) -> Row:
    return [text(element, name) for name in ontology().days]


def _code(name: str, edge: Edge, language: Language) -> str:
    value = text(edge, name)
    return ontology().value_caption(name, value, language=language) if value else ""


SHEETS = (
    Sheet(
        Caption(zh="人员任职", en="people and posts"),
        _heads(("姓名", "person"), ("职位", "post"), ("单位", "body"), ("职务", "position"), ("任职方式", "capacity")),
        _holdings,
    ),
    Sheet(
        Caption(zh="领导分工", en="divisions of work"),
        _heads(("姓名", "person"), ("关系", "relation"), ("对象", "object"), ("原文用词", "printed verb"), ("方式", "capacity"),
               ("范围", "scope"), ("协助对象", "via")),
        _charges,
    ),
    Sheet(
        Caption(zh="小组与席位", en="groups and seats"),
        _heads(("小组", "group"), ("组内职务", "role"), ("排序", "order"), ("成员", "member"), ("所列职务", "printed title"),
               ("席位状态", "seat state")),
        _seats,
    ),
    Sheet(
        Caption(zh="任务与责任", en="tasks and verdicts"),
        _heads(("方案", "plan"), ("编号", "number"), ("任务", "task"), ("牵头单位", "lead units"), ("责任单位", "responsible units"),
               ("配合单位", "supporting units"), ("文件所列领导", "leader named"), ("当日责任人", "answers for it"), ("结论", "verdict"),
               ("说明", "explanation"), ("完成时限", "deadline")),
        _tasks,
    ),
    Sheet(
        Caption(zh="AB角", en="stand-ins"),
        _heads(("姓名", "person"), ("由谁代为处理", "stand-in"), ("顺位", "rank"), ("条件", "condition"), ("范围", "scope"),
               ("除外", "exclusion"), ("双方同时外出", "fallback")),
        _stand_ins,
    ),
    Sheet(
        Caption(zh="方案预案", en="plans"),
        _heads(("名称", "name"), ("类别", "kind"), ("分类", "category"), ("编号", "number"), ("编制单位", "drafted by"),
               ("解释单位", "interpreted by"), ("文件", "paper")),
        _plans,
    ),
    Sheet(
        Caption(zh="文件", en="papers"),
        (*(Caption(zh=zh, en=en) for zh, en in (("文号", "number"), ("标题", "title"), ("文种", "kind"), ("发文机关", "issuer"),
           ("成文日期", "signed"), ("生效日", "counts from"), ("有效期", "validity"), ("刊于", "printed in"))), *_DAYS),
        _papers,
    ),
    Sheet(
        Caption(zh="依据原文", en="evidence"),
        tuple(Caption(zh=zh, en=en) for zh, en in (("文号", "document number"), ("标题", "title"), ("行或单元格", "line or cell"),
              ("原文", "quote"), ("数据表", "table"), ("读取规则", "rule"), ("可信度", "confidence"), ("来源文件", "file"), ("标识", "id"))),
        _evidence,
    ),
)  # fmt: skip
