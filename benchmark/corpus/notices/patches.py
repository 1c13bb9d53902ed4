"""What changes a group without a new list: members replaced, added, removed; and groups that end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmark.corpus.notices.rosters import Place
from benchmark.corpus.sheet import Sheet
from graph import statements as waist


def roster_patch(
    sheet: Sheet,
    group: str,
    *,
    replaced: Sequence[tuple[Place, Place]],
    added: Sequence[Place],
    removed: Sequence[Place],
    day: str,
) -> None:
    """由X接替Y任…, 增补, 不再担任; or, in another house, who comes (任) and who goes apart."""
    sheet.line(f"经{sheet.place.word}人民政府同意，对{group}部分组成人员作如下调整：")
    sheet.row(waist.Group(group=group, kind="领导小组", action="调整", extent="patch", date=day, source=sheet.source))
    number = iter("一二三四五六七八九")
    if sheet.habits.patches == "replacing":
        for old, new in replaced:
            sheet.line(f"{next(number)}、由{new.title}{new.person}同志接替{old.person}同志任{new.role}。")
            _added(sheet, group, new, replaces=old.person)
        for place in added:
            sheet.line(f"{next(number)}、增补{place.title}{place.person}同志为{place.role}。")
            _added(sheet, group, place)
        for place in removed:
            _removal(sheet, group, place, number)
    else:
        for place in (*(new for _, new in replaced), *added):
            sheet.line(f"{next(number)}、{place.title}{place.person}同志任领导小组{place.role}。")
            _added(sheet, group, place)
        for place in (*(old for old, _ in replaced), *removed):
            _removal(sheet, group, place, number)
    sheet.line("其他组成人员不变。")


def _added(sheet: Sheet, group: str, place: Place, *, replaces: str = "") -> None:
    sheet.row(
        waist.Membership(
            group=group, role=place.role, action="added", replaces=replaces, person=place.person, title=place.title,
            source=sheet.source,
        )
    )  # fmt: skip


def _removal(sheet: Sheet, group: str, place: Place, number: Iterator[str]) -> None:
    said = f"{place.person}同志不再担任"
    said += place.role if sheet.habits.patches == "replacing" else f"领导小组{place.role}职务"
    sheet.line(f"{next(number)}、{said}。")
    sheet.row(
        waist.Membership(group=group, role=place.role, action="removed", person=place.person, source=sheet.source)
    )


def abolition(sheet: Sheet, groups: Sequence[str], *, day: str) -> None:
    """Groups that are ended."""
    sheet.line("为规范议事协调机构设置，经研究，决定撤销下列议事协调机构：")
    for number, group in zip("一二三四五六七八九", groups, strict=False):
        sheet.line(f"{number}、撤销{group}。")
        sheet.row(
            waist.Group(group=group, kind="领导小组", action="撤销", extent="whole", date=day, source=sheet.source)
        )
