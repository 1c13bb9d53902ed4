"""The division of work among leaders, and who stands in for whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmark.corpus.sheet import Sheet
from graph import statements as waist

_NUMBERS = "一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Desk:
    """What one leader's paragraph says."""

    person: str
    title: str
    matters: tuple[str, ...]
    units: tuple[str, ...]
    liaised: tuple[str, ...]
    is_head: bool = False


def division(sheet: Sheet, desks: Sequence[Desk], pairs: Sequence[tuple[str, str]], *, why: str) -> None:
    """The paragraphs of a division, and who stands in for whom (nothing if there are no pairs)."""
    sheet.line(why)
    printer = {"sentences": _in_sentences, "labels": _in_labels, "clauses": _in_clauses}[sheet.habits.desks]
    for order, desk in enumerate(desks, start=1):
        printer(sheet, desk, order)
    if pairs:
        _stand_ins(sheet, pairs)


def _in_sentences(sheet: Sheet, desk: Desk, order: int) -> None:
    sheet.line(f"{desk.person} {desk.title}", "table")
    body, head = f"{sheet.place.word}人民政府", f"{sheet.place.word}长"
    if desk.is_head:
        sheet.line(f"主持{body}全面工作，负责{desk.matters[0]}工作。")
        _row(sheet, desk, order, "主持", (body,), "org")
        _row(sheet, desk, order, "负责", desk.matters[:1], "matter")
    elif desk.matters:
        sheet.line(f"协助{head}负责{'、'.join(desk.matters)}等方面工作。")
        _row(sheet, desk, order, "负责", desk.matters, "matter", via=head)
    for relation, bodies in (("分管", desk.units), ("联系", desk.liaised)):
        if bodies:
            sheet.line(f"{relation}{'、'.join(bodies)}。")
        _row(sheet, desk, order, relation, bodies, "org")


def _in_labels(sheet: Sheet, desk: Desk, order: int) -> None:
    sheet.line(f"{_NUMBERS[order - 1]}、{desk.person} {desk.title}", "table")
    if desk.is_head:
        body = f"{sheet.place.word}人民政府"
        sheet.line(f"主持：{body}全面工作", "row")
        _row(sheet, desk, order, "主持", (body,), "org")
    if desk.matters:
        sheet.line(f"负责：{'、'.join(desk.matters)}等工作", "row")
        _row(sheet, desk, order, "负责", desk.matters, "matter")
    for relation, bodies in (("分管", desk.units), ("联系", desk.liaised)):
        if bodies:
            sheet.line(f"{relation}：{'、'.join(bodies)}", "row")
        _row(sheet, desk, order, relation, bodies, "org")


def _in_clauses(sheet: Sheet, desk: Desk, order: int) -> None:
    body = f"{sheet.place.word}人民政府"
    clauses = [f"主持{body}全面工作"] if desk.is_head else []
    if desk.matters:
        clauses.append(f"负责{'、'.join(desk.matters)}等方面工作")
    clauses += [
        f"{verb}{'、'.join(bodies)}" for verb, bodies in (("分管", desk.units), ("联系", desk.liaised)) if bodies
    ]
    sheet.line(f"（{_NUMBERS[order - 1]}）{desk.person}同志，{desk.title}，{'；'.join(clauses)}。")
    if desk.is_head:
        _row(sheet, desk, order, "主持", (body,), "org")
    _row(sheet, desk, order, "负责", desk.matters, "matter")
    _row(sheet, desk, order, "分管", desk.units, "org")
    _row(sheet, desk, order, "联系", desk.liaised, "org")


def _row(
    sheet: Sheet, desk: Desk, order: int, relation: str, objects: Iterable[str], kind: str, *, via: str = ""
) -> None:
    for what in objects:
        sheet.row(
            waist.Portfolio(
                person=desk.person, title=desk.title, order=order, relation=relation, object=what, object_kind=kind,
                via=via, source=sheet.source,
            )
        )  # fmt: skip


def _stand_ins(sheet: Sheet, pairs: Sequence[tuple[str, str]]) -> None:
    opening = f"{sheet.place.word}人民政府领导实行AB角工作制度"
    if sheet.habits.pairs == "sentence":
        said = "、".join(f"{one}与{other}" for one, other in pairs)
        sheet.line(f"{opening}：{said}互为AB角。一方外出、休假期间，其分管和联系的工作由另一方代为处理。")
        for one, other in pairs:
            sheet.row(waist.StandIn(person_a=one, person_b=other, condition="外出、休假", source=sheet.source))
        return
    sheet.line(f"{opening}，A角外出、休假期间，其分管和联系的工作由B角代为处理。具体安排如下：")
    if sheet.habits.pairs == "table":
        sheet.line("序号\tA角\tB角", "table")
    # One direction a row: a list of A and B says nothing of the way back.
    both = [way for one, other in pairs for way in ((one, other), (other, one))]
    for number, (one, other) in enumerate(both, start=1):
        if sheet.habits.pairs == "table":
            sheet.line(f"{number}\t{one}\t{other}", "table")
        else:
            sheet.line(f"A角：{one}  B角：{other}", "table")
        sheet.row(waist.StandIn(person_a=one, person_b=other, mutual="no", condition="外出、休假", source=sheet.source))
