"""Careers: the same name in several places, as candidates with reasons."""

from __future__ import annotations

from itertools import groupby

from graph.analysis.careers import FOR, Candidate, Held, Namesake, Reason, candidates
from graph.stores.store import Row as StoreRow
from queries.answers.analysis.model import About, Analysis, Asked, Column, Row, Span, Takes, Text
from queries.answers.analysis.reading import Reader
from queries.answers.model import Coded, Thing
from queries.answers.resolve import resolve
from queries.answers.rows import text, texts
from queries.library import Library

ABOUT = About(
    "careers",
    Text("同名异地候选", "Same name across places"),
    Text("哪些姓名见于不同地区，是否可能是同一人的经历？", "Which names are seen in several places, and may they be one career?"),
    Text(
        "在不同地区见到的同名人员两两列出，附各自见过的职务和见到的日期，以及支持与反对是同一人的理由。",
        "Each two people of one name in different places, with the posts and days the papers show, and the reasons for and "
        "against their being one person.",
    ),
    Text(
        "姓名相同不等于同一人：这里只有候选，没有结论；要认定或否认，请用 review 记下判断。",
        "One name is not one person: these are candidates, no verdict; whoever knows records it with review.",
    ),
    "spans",
    takes=(Takes("person", Text("只看此人的姓名（可不填）", "only the name of this person (may be left out)"), ("Person",), required=False),),
    by_place=False,
)  # fmt: skip
_REASONS: dict[Reason, Text] = {
    "follows": Text("前后相接", "one follows the other"),
    "overlaps": Text("任期重叠", "they overlap"),
    "rare": Text("只有这两人叫此名", "nobody else has the name"),
    "common": Text("另有同名者", "others have the name"),
    "same_position": Text("职务相同", "same position"),
    "rises": Text("由下级到上级", "from a lower to a higher level"),
    "no_days": Text("日期不足", "too few days"),
}


def run(library: Library, asked: Asked) -> Analysis:
    """The candidates, those with most reasons first. Raises what `resolve` raises."""
    reader = Reader(library, asked)
    name = ""
    if asked.what:
        name = resolve(library.index, asked.what[0], ("Person",), jurisdiction=asked.jurisdiction).name
    rows = reader.rows("analysis/namesakes", name=name)
    people = [_namesake(list(some)) for _, some in groupby(rows, key=lambda row: text(row, "person_id"))]
    columns = (
        Column("earlier", "先见", "seen first"),
        Column("earlier_posts", "先见时的地区与职务", "where and as what"),
        Column("later", "后见", "seen later"),
        Column("later_posts", "后见时的地区与职务", "where and as what"),
        Column("gap", "相隔天数", "days between"),
        Column("reasons_for", "支持", "for"),
        Column("reasons_against", "反对", "against"),
    )
    found = candidates(people)
    spans = [
        Span(who.name, who.place, post.post, post.first, post.last)
        for each in found[: asked.limit]
        for who in (each.earlier, each.later)
        for post in who.posts
        if post.first
    ]
    return reader.answer(ABOUT, columns, [_row(each) for each in found], spans=spans)


def _namesake(rows: list[StoreRow]) -> Namesake:
    first = rows[0]
    posts = [
        Held(
            first=text(row, "valid_from") or text(row, "possible_from"),
            last=text(row, "valid_to") or text(row, "possible_to"),
            post=text(row, "post"),
            position=text(row, "position"),
            evidence=texts(row, "evidence"),
        )
        for row in rows
        if text(row, "post")
    ]
    return Namesake(
        text(first, "person_id"),
        text(first, "person"),
        text(first, "jurisdiction"),
        text(first, "level"),
        tuple(sorted(posts)),
    )


def _row(each: Candidate) -> Row:
    pro = [reason for reason in each.reasons if reason in FOR]
    con = [reason for reason in each.reasons if reason not in FOR]
    words = [one for who in (each.earlier, each.later) for post in who.posts for one in post.evidence]
    return Row(
        (
            (Thing(each.earlier.id, "Person", each.earlier.name),), _posts(each.earlier),
            (Thing(each.later.id, "Person", each.later.name),), _posts(each.later),
            "" if each.gap is None else each.gap, _said(pro), _said(con),
        ),
        tuple(dict.fromkeys(words)),
    )  # fmt: skip


def _posts(who: Namesake) -> str:
    posts = "；".join(f"{post.post} {post.first or '…'}–{post.last or '…'}" for post in who.posts)
    return f"{who.place} {posts}".strip()


def _said(reasons: list[Reason]) -> Coded:
    return Coded(
        ";".join(reasons),
        "、".join(_REASONS[each].zh for each in reasons),
        ", ".join(_REASONS[each].en for each in reasons),
    )
