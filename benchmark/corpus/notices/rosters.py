"""A group's whole list: who sits in it, where its office is, and the clause by which seats pass on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from benchmark.corpus.sheet import Sheet
from graph import statements as waist

Clause = Literal["", "automatic", "automatic_with_filing"]


@dataclass(frozen=True, slots=True)
class _Wording:
    """A succession clause as printed (a district writes 区, a county 县), and what it is about."""

    printed: str
    applies_to: tuple[str, ...] = ("members",)
    excepts_leaders: bool = False


_CLAUSES: Mapping[Clause, tuple[_Wording, _Wording]] = {
    "automatic": (
        _Wording(
            "除区领导外，领导小组组成人员职务发生变动的，由接任其职务的同志自行递补，不再另行发文。",
            applies_to=("leaders", "members"), excepts_leaders=True,
        ),
        _Wording("领导小组成员因工作变动需要调整的，由其单位继任者自行接替，不再另文通知。"),
    ),
    "automatic_with_filing": (
        _Wording("领导小组成员因工作变动需要调整的，由所在单位接任人员自然接替，并报领导小组办公室备案。"),
        _Wording("领导小组成员如有变动，由成员单位相应岗位人员自然递补，报领导小组办公室备案，不再另行行文。"),
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a list: role, person, printed title."""

    role: str
    person: str
    title: str


def spaced(name: str) -> str:
    """A name of two characters as lists print it, to be as wide as the others.

    >>> spaced("凌秋")
    '凌 秋'
    """
    return " ".join(name) if len(name) == 2 else name


def roster(
    sheet: Sheet,
    group: str,
    places: Sequence[Place],
    *,
    action: str,
    office: str,
    director: str,
    clause: Clause,
    day: str,
) -> None:
    """Print a whole list with its opening, its office and its clause."""
    opening = {
        "成立": f"为加强统筹协调，经{sheet.place.word}人民政府同意，决定成立{group}，组成人员如下：",
        "调整": f"因人员变动，{sheet.place.word}人民政府决定对{group}组成人员进行调整，调整后的名单如下：",
    }
    sheet.line(opening[action])
    sheet.row(
        waist.Group(
            group=group, kind="领导小组", office_in=office, office_director=director, action=action, extent="whole", date=day,
            source=sheet.source,
        )
    )  # fmt: skip
    if sheet.habits.rosters == "together":
        _together(sheet, group, places)
    else:
        _one_a_line(sheet, group, places)
    sheet.line(f"领导小组办公室设在{office}，办公室主任由{director}同志兼任。")
    sheet.row(waist.Membership(group=group, role="办公室主任", person=director, source=sheet.source))
    if clause:
        wording = _CLAUSES[clause][sheet.habits.clause]
        sheet.line(wording.printed.replace("区", sheet.place.word))
        sheet.row(
            waist.Succession(
                group=group, applies_to=wording.applies_to, mode=clause,
                except_=(f"{sheet.place.word}领导",) if wording.excepts_leaders else (), source=sheet.source,
            )
        )  # fmt: skip


def _label(role: str) -> str:
    """A role before its people; two characters are set as wide as three."""
    return f"{spaced(role)}："


def _one_a_line(sheet: Sheet, group: str, places: Sequence[Place]) -> None:
    table = sheet.habits.rosters == "table"
    if table:
        sheet.line("组内职务\t姓名\t单位及职务", "table")
    last = ""
    for order, place in enumerate(places, start=1):
        label = _label(place.role) if place.role != last else ""
        last = place.role
        match sheet.habits.rosters:
            case "table":
                sheet.line(f"{place.role}\t{spaced(place.person)}\t{place.title}", "table")
            case "title_name":
                sheet.line(f"{label}{place.title} {spaced(place.person)}", "row")
            case "brackets":
                sheet.line(f"{label}{spaced(place.person)}（{place.title}）", "row")
            case _:
                sheet.line(f"{label}{spaced(place.person)} {place.title}", "row")
        _seat(sheet, group, place, order)


def _together(sheet: Sheet, group: str, places: Sequence[Place]) -> None:
    """All people of one role in one paragraph."""
    orders = {id(place): order for order, place in enumerate(places, start=1)}
    for role in dict.fromkeys(place.role for place in places):
        here = [place for place in places if place.role == role]
        sheet.line(_label(role) + "、".join(f"{place.person}（{place.title}）" for place in here), "row")
        for place in here:
            _seat(sheet, group, place, orders[id(place)])


def _seat(sheet: Sheet, group: str, place: Place, order: int) -> None:
    sheet.row(
        waist.Membership(
            group=group, role=place.role, order=order, person=place.person, title=place.title, source=sheet.source
        )
    )
