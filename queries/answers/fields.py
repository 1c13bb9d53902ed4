"""Who has charge of a field of work that is no body's name (环保, 医疗卫生): the bodies and matters whose names hold the word, else those
whose names hold the words that papers have for it. Each line shows by which word it was found; with several, none is chosen.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from importlib import resources

import yaml

from core.errors import ConfigError
from core.settings import Language
from graph.stores.store import Row
from queries.answers.field_groups import CHARGES, answering_for_tasks, heads_of_groups
from queries.answers.model import Thing
from queries.answers.resolve import AmbiguousError, is_of_another_sort
from queries.answers.results import Table
from queries.answers.rows import text
from queries.answers.words import evidence
from queries.catalogue import catalogue
from queries.library import Library
from queries.router import Intent

QUERY = CHARGES
SHOWN = ("relation", "person", "object", "object_kind", "looked_for", "scope", "via", "status", "valid_from")
_KINDS = frozenset({"oversight", "responsible"})
_MANY = 2_000
_LISTS = re.compile("(?:以及|[和与跟及、,])")
_EACH = re.compile("(?:分别|各自?|都)$")
#: A body by an old or short name of its field: 环保局, 区安监局.
_BODY = re.compile("[省市区县旗州盟镇乡]?(?P<field>.{2,8}?)(?:局|委|委员会|办公室|办|部门)")
_FILE = "fields.yaml"
#: Words about a field that say nothing of which it is: 城市供水, 疫情防控, 老旧小区改造工作.
_KERNEL = re.compile(
    "(?:城市|城镇|城乡|农村|全区|全县|全市|集中|创建|推进|开展)?(?P<field>.{2,8}?)(?:防控|防治|治理|整治|建设|管理|保障|监管|服务|供应|改造|推进|创建|化解|处置)?(?:工作)?"
)
#: The letters of a kernel that is looked for in names of charges and in tasks, where 社会 of 社会治理 means 社会保障 as well.
_TELLING = 3
_VAGUE = frozenset(["经济", "社会", "公共", "综合", "城市", "农村", "重大", "工作"])
_NAMES_A_BODY = re.compile("(?:局|委|办|院|会|部|中心|分局|队|站|所|馆|校|公司|集团|街道|镇|乡|园|处|班|组)$")


@cache
def fields() -> dict[str, tuple[str, ...]]:
    """The words that papers have for a field, by its name in a question. Raises `ConfigError` if the file is not as it should be."""
    known = yaml.safe_load(resources.files("queries").joinpath(_FILE).read_text(encoding="utf-8"))
    if not isinstance(known, dict) or not all(isinstance(each, list) and each for each in known.values()):
        raise ConfigError(f"{_FILE}: 词: [词, …]", remedy="修正该文件 | correct the file", code="PHRASINGS")
    return {str(said): tuple(str(word) for word in words) for said, words in known.items()}


def of_field(library: Library, intent: Intent, *, on: str, jurisdiction: str = "") -> Table | None:
    """Who has charge of the field on a day; None if it is asked for something else, or nobody has charge of anything by that name."""
    said = intent.subject.removesuffix("工作").removesuffix("方面")
    if intent.kind not in _KINDS or len(said) < 2:
        return None
    by_name = _rows(library, said, said, on, jurisdiction)
    if by_name:
        return _table(library, by_name, said, on, None)
    found: dict[str, Row] = {}
    body = _BODY.fullmatch(said)
    kernel = _KERNEL.fullmatch(said)
    known = (said.casefold(), body["field"] if body is not None else "", kernel["field"] if kernel is not None else "")
    words = next((fields()[each] for each in known if each in fields()), ())
    for word in words:
        for row in _rows(library, word, said, on, jurisdiction):
            # A body that has another name now (环保局) is a body, not a matter.
            if body is None or row["object_kind"] == "Organisation":
                found.setdefault(_key(row), row)
    if not found and _NAMES_A_BODY.search(said) is None:
        found = {_key(row): row for row in _beside(library, said, on, jurisdiction)}
    if not found:
        return None
    used = "、".join(dict.fromkeys(f"“{text(row, 'looked_for')}”" for row in found.values()))
    note = (
        f"没有单位或事项的名称、范围里有“{said}”，按文件的用词{used}查找{_among(found, 'zh')}，是否即所问请看依据。",
        f"No body or matter has “{said}” in its name or scope; found by the words of the papers{_among(found, 'en')}: {used}."
        " Check them against the evidence.",
    )
    return _table(library, list(found.values()), said, on, note)


def _beside(library: Library, said: str, on: str, jurisdiction: str) -> list[Row]:
    """The charges, groups and tasks that hold the field's own word, else its kernel (城市供水: 供水); a body by its name has none of them."""
    kernel = _KERNEL.fullmatch(said)
    for word in dict.fromkeys((said, kernel["field"] if kernel is not None else said)):
        telling = word == said or len(word) >= _TELLING
        rows = (
            (_rows(library, word, said, on, jurisdiction) if telling and word != said else [])
            or (heads_of_groups(library, word, on, jurisdiction) if word not in _VAGUE else [])
            or (answering_for_tasks(library, word, on, jurisdiction) if telling else [])
        )
        if rows:
            return rows
    return []


def of_each(library: Library, found: list[tuple[str, Thing | Table]], *, on: str) -> Table:
    """Who has charge of each of several bodies, matters and fields, in the order in which they are named."""
    rows: list[Row] = []
    without = []
    for said, what in found:
        own = what.result.rows if isinstance(what, Table) else _charged(library, what, on)
        rows += own
        without += [] if own else [said]
    names = "、".join(without)
    note = (f"当日没有在案的分管领导：{names}。", f"By these papers nobody has charge that day of: {names}.")
    return _table(library, rows, "、".join(said for said, _ in found), on, note if without else None)


def _charged(library: Library, thing: Thing, on: str) -> list[Row]:
    rows = library.rows(QUERY, word=thing.name, on=on, limit=_MANY)
    return [row for row in rows if row["object_id"] == thing.id]


def judged(table: Table, people: tuple[str, ...]) -> Table:
    """The table with what it says of people who were asked for by name."""
    held = {text(row, "person") for row in table.result.rows}
    zh = "；".join(f"{said}{'在其列' if said in held else '不在其列'}" for said in people)
    en = "; ".join(f"{said}: {'yes' if said in held else 'no'}" for said in people)
    before = table.note or ("", "")
    return replace(table, note=(f"{zh}。{before[0]}", f"{en}. {before[1]}".strip())) if people else table


def named_apart(subject: str) -> tuple[str, ...]:
    """The parts of a subject that names several things (财政局和审计局分别); none if it names one."""
    parts = tuple(part.strip() for part in _LISTS.split(_EACH.sub("", subject)))
    return parts if len(parts) > 1 and all(len(part) > 1 for part in parts) else ()


def place_of_field(error: AmbiguousError, intent: Intent) -> str | None:
    """The place of a field of work (empty: any), if what may be meant are its bodies and matters and none of them by its full name; None if not.

    Matters are of the place whose paper divides the work; a task is never what somebody has charge of (谁分管), but may be what somebody
    answers for.
    """
    hits = [hit for hit in error.candidates if hit.kind != "Task" or intent.kind != "oversight"]
    if any(hit.kind == "Task" or hit.why in ("name", "alias") for hit in hits):
        return None
    matters = {hit.jurisdiction for hit in hits if hit.kind == "Matter"}
    if not matters and len({hit.jurisdiction for hit in hits}) == 1:
        return ""  # bodies alone: who has charge of them may be of a place below theirs
    return next(iter(matters)) if len(matters) == 1 else None


def _rows(library: Library, word: str, said: str, on: str, jurisdiction: str) -> list[Row]:
    rows = library.rows(QUERY, word=word, on=on, jurisdiction=jurisdiction, limit=_MANY)
    return [
        row
        for row in rows
        if word in text(row, "scope")
        # 民政 stands in 人民政府, and is not meant there.
        or (word in text(row, "object").replace("人民政府", "") and not _is_aside(row, said))
    ]


def _among(found: dict[str, Row], language: Language) -> str:
    """Among what it was found, if not among charges."""
    kinds = {text(row, "object_kind") for row in found.values()}
    said = {"Group": ("议事协调机构", "groups"), "Task": ("任务", "tasks")}
    names = [zh if language == "zh" else en for kind, (zh, en) in said.items() if kind in kinds]
    return (f"{'、'.join(names)}" if language == "zh" else f" among {' and '.join(names)}") if names else ""


def _is_aside(row: Row, said: str) -> bool:
    return row["object_kind"] == "Organisation" and is_of_another_sort(text(row, "object"), said)


def _key(row: Row) -> str:
    return "\x1f".join(text(row, column) for column in ("edge", "person_id", "object_id", "scope"))


def _table(library: Library, rows: list[Row], said: str, on: str, note: tuple[str, str] | None) -> Table:
    # The query is run for words that may be several, so what it gave is put together here.
    result = catalogue().run(library.store, QUERY, {"word": said, "on": on, "limit": 1})
    whole = replace(result, rows=rows, truncated=False)
    title = (f"谁分管“{said}”", f"Who has charge of “{said}”")
    several = len({text(row, "jurisdiction") for row in rows}) > 1
    shown = (*SHOWN, "jurisdiction") if several else SHOWN
    return Table(whole, evidence(library, whole.evidence()), shown, title, note=note)
