"""What is doubtful as a person reads it: the printed words, why they are doubted, and what was read from them.

On a terminal a doubt is a block of lines, its id short enough to copy; JSON and CSV have it as a row with whole ids.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.text import Text

    from core.settings import Language
    from graph.cells import Cells
    from graph.decisions import Decision
    from graph.review import Doubt
    from graph.statements import Statement
    from queries.answers.sheets import Sheet

#: Kinds as a reader sees them.
KIND_NAMES: dict[str, tuple[str, str]] = {
    "statement": ("把握不足", "low confidence"),
    "suspect-name": ("姓名存疑", "suspect name"),
    "homonym": ("同名", "homonym"),
    "conflict": ("同名冲突", "conflict"),
    "near-names": ("名称相近", "near names"),
    "unknown-unit": ("单位不明", "unknown unit"),
    "sum-wrong": ("合计不符", "sum wrong"),
    "sum-open": ("合计待核", "sum open"),
    "difference": ("文件不一致", "files differ"),
    "orphan": ("决定失去对象", "orphaned decision"),
}
#: Letters of an id that are printed, unless more are needed to tell it from another.
_SHORT = 13


def read_as(table: str, cells: Cells, language: Language) -> str:
    """What was read, column by column: `姓名 撤飞云；所列职务 区财政局局长`."""
    from graph.cells import as_list
    from graph.ontology import ontology

    schema = ontology()
    said = (
        f"{schema.column_caption(table, column, language=language)} "
        f"{'、'.join(schema.value_caption(column, each, language=language) for each in as_list(cell))}"
        for column, cell in cells
    )
    return ("；" if language == "zh" else "; ").join(said)


def place_said(place: str, language: Language) -> str:
    """Lines in words, `第12行`; the cell of a table as it is."""
    if not place or not place.replace("-", "").isdigit():
        return place
    if language == "zh":
        return f"第{place}行"
    return f"lines {place}" if "-" in place else f"line {place}"


def sheet_of(found: Sequence[Doubt], limit: int, language: Language) -> Sheet:
    """The list as rows."""
    from queries.answers.sheets import Line, Sheet

    zh = language == "zh"
    lines = tuple(
        Line(
            (KIND_NAMES[doubt.kind][not zh], _name(doubt, language), doubt.document, place_said(doubt.place, language),
             _reason(doubt, language), doubt.words, " ".join(doubt.ids), read_as(doubt.table, doubt.cells, language))
        )
        for doubt in found[:limit]
    )  # fmt: skip
    heads = ("种类", "对象", "文件", "位置", "理由", "原文", "标识", "读作") if zh else (
        "kind", "of", "document", "place", "why", "printed", "ids", "read as")  # fmt: skip
    return Sheet(_title(language), _counts(found, language), heads, lines, notes=_left(found, limit, language))


def show(found: Sequence[Doubt], limit: int, language: Language) -> None:
    """Print the list for a person: kinds one after another, a block of lines a doubt, and how to decide."""
    from rich.text import Text

    from cli.tables import console

    out = console()
    out.print(Text(_title(language), style="bold"))
    if not found:
        out.print("没有存疑之处。" if language == "zh" else "Nothing is doubtful.")
        return
    shown = found[:limit]
    short = shortened(each for doubt in shown for each in doubt.ids)
    counts = dict(_counts(found, language))
    for kind, some in groupby(shown, key=lambda doubt: KIND_NAMES[doubt.kind][language != "zh"]):
        out.print()
        out.print(Text.assemble((kind, "bold"), f"  {counts[kind]}"))
        for doubt in some:
            out.print()
            for line in _block(doubt, short, language):
                out.print(line, soft_wrap=True)
    out.print()
    for note in (*_left(found, limit, language), _how(language)):
        out.print(Text(note, style="yellow"), soft_wrap=True)


def decided(
    decision: Decision, statement: Statement | None, short: dict[str, str], language: Language
) -> tuple[str, str, str, str]:
    """A decision in words: the verdict, what it is on, the other or what was put where, and the row it means."""
    from graph.cells import cells_of
    from graph.ontology import ontology

    schema = ontology()
    table = statement.TABLE if statement is not None else ""
    what = decision.other and short.get(decision.other, decision.other)
    if decision.column:
        what = read_as(table, ((decision.column, decision.value),), language)
    about = read_as(table, cells_of(statement), language) if statement is not None else ""
    verdict = schema.value_caption("decision", decision.verdict, language=language)
    return verdict, short.get(decision.subject, decision.subject), what, about


def _block(doubt: Doubt, short: dict[str, str], language: Language) -> list[Text]:
    """The lines of one doubt."""
    from rich.text import Text

    zh = language == "zh"
    paper = " ".join(each for each in (doubt.document, place_said(doubt.place, language)) if each)
    head = (f"  {_name(doubt, language)}", "bold"), (f"  {paper}" if paper else "", "dim")
    read = read_as(doubt.table, doubt.cells, language)
    rows = (
        ("理由" if zh else "why", _reason(doubt, language)),
        ("原文" if zh else "printed", doubt.words),
        ("读作" if zh else "read as", read),
        ("标识" if zh else "id", " ".join(short[each] for each in doubt.ids)),
    )
    said = [Text.assemble((f"    {name}  ", "dim"), words) for name, words in rows if words]
    return [Text.assemble(*head), *said]


def _name(doubt: Doubt, language: Language) -> str:
    """Whom or what it is about: a name, else the table or the verdict in words."""
    from graph.ontology import ontology

    schema = ontology()
    return (
        doubt.name
        or (schema.value_caption("table", doubt.table, language=language) if doubt.table else "")
        or (schema.value_caption("decision", doubt.verdict, language=language) if doubt.verdict else "")
    )


def _reason(doubt: Doubt, language: Language) -> str:
    from loaders.gazette.reasons import reason_for

    zh = language == "zh"
    if doubt.kind != "statement":
        return doubt.reason if zh else doubt.reason_en
    why = reason_for(doubt.rule)
    held = ("；未入图谱" if zh else "; not in the graph") if doubt.held_back else ""
    return f"{why.zh}（把握 {doubt.confidence:g}{held}）" if zh else f"{why.en} ({doubt.confidence:g} sure{held})"


def shortened(ids: Iterable[str]) -> dict[str, str]:
    """Each id by as many of its first letters as tell it from the others that are shown."""
    every = sorted(set(ids))
    found = {}
    for place, each in enumerate(every):
        length = _SHORT
        for other in (*every[max(place - 1, 0) : place], *every[place + 1 : place + 2]):
            while length < len(each) and other.startswith(each[:length]):
                length += 1
        found[each] = each[:length]
    return found


def _title(language: Language) -> str:
    return "人工核对" if language == "zh" else "Review"


def _counts(found: Sequence[Doubt], language: Language) -> tuple[tuple[str, str], ...]:
    counts = Counter(doubt.kind for doubt in found)
    return tuple((KIND_NAMES[kind][language != "zh"], str(count)) for kind, count in counts.items())


def _left(found: Sequence[Doubt], limit: int, language: Language) -> tuple[str, ...]:
    left = len(found) - limit
    if left <= 0:
        return ()
    return (f"另有 {left} 处：--limit、--kind" if language == "zh" else f"{left} more: --limit, --kind",)


def _how(language: Language) -> str:
    if language == "zh":
        return (
            "决定：dutygraph review accept|reject 标识 --who 姓名 --why 理由；"
            "更正：review correct 标识 --column 列名 --value 应为；"
            "两者是否同一：review same|not-same 标识 标识"
        )
    return (
        "To decide: dutygraph review accept|reject ID --who NAME --why REASON; to correct: review correct ID "
        "--column COLUMN --value VALUE; whether two are one: review same|not-same ID ID"
    )
