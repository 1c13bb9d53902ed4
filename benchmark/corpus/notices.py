"""How each kind of paper is printed, and the rows its lines give. Knows nothing of time: the district says what happens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from benchmark.corpus.sheet import Sheet, printed_day
from graph import statements as waist

Clause = Literal["", "automatic", "automatic_with_filing"]
CLAUSES: Mapping[Clause, str] = {
    "automatic": "除区领导外，领导小组组成人员职务发生变动的，由接任其职务的同志自行递补，不再另行发文。",
    "automatic_with_filing": "领导小组成员因工作变动需要调整的，由所在单位接任人员自然接替，并报领导小组办公室备案。",
}


@dataclass(frozen=True, slots=True)
class Desk:
    """What one leader's paragraph says."""

    person: str
    title: str
    matters: tuple[str, ...]
    units: tuple[str, ...]
    liaised: tuple[str, ...]
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a list: role, person, printed title."""

    role: str
    person: str
    title: str


@dataclass(frozen=True, slots=True)
class Job:
    """A task with who leads it, who is in charge and who takes part."""

    title: str
    text: str
    leader: str
    lead: str
    others: tuple[str, ...]
    deadline: str


def spaced(name: str) -> str:
    """A name of two characters as lists print it, to be as wide as the others.

    >>> spaced("凌秋")
    '凌 秋'
    """
    return " ".join(name) if len(name) == 2 else name


def division(sheet: Sheet, desks: Sequence[Desk], pairs: Iterable[tuple[str, str]], *, why: str) -> None:
    """The paragraphs of a division, and the sentence on who stands in for whom (none if there are no pairs)."""
    sheet.line(why)
    for order, desk in enumerate(desks, start=1):
        sheet.line(f"{desk.person} {desk.title}", "table")
        if desk.is_head:
            body = f"{sheet.place.word}人民政府"
            sheet.line(f"主持{body}全面工作，负责{desk.matters[0]}工作。")
            _desk(sheet, desk, order, "主持", body, "org", via="")
            _desk(sheet, desk, order, "负责", desk.matters[0], "matter", via="")
        elif desk.matters:
            head = f"{sheet.place.word}长"
            sheet.line(f"协助{head}负责{'、'.join(desk.matters)}等方面工作。")
            for matter in desk.matters:
                _desk(sheet, desk, order, "负责", matter, "matter", via=head)
        for relation, bodies in (("分管", desk.units), ("联系", desk.liaised)):
            if bodies:
                sheet.line(f"{relation}{'、'.join(bodies)}。")
            for body in bodies:
                _desk(sheet, desk, order, relation, body, "org", via="")
    said = [f"{one}与{other}" for one, other in pairs]
    if said:
        sheet.line(
            f"{sheet.place.word}人民政府领导实行AB角工作制度：{'、'.join(said)}互为AB角。"
            "一方外出、休假期间，其分管和联系的工作由另一方代为处理。"
        )
        for one, other in pairs:
            sheet.row(waist.StandIn(person_a=one, person_b=other, condition="外出、休假", source=sheet.source))


def _desk(sheet: Sheet, desk: Desk, order: int, relation: str, what: str, kind: str, *, via: str) -> None:
    sheet.row(
        waist.Portfolio(
            person=desk.person, title=desk.title, order=order, relation=relation, object=what, object_kind=kind, via=via,
            source=sheet.source,
        )
    )  # fmt: skip


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
    """A whole list: who sits in the group, where its office is, and the clause by which seats pass on."""
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
    last = ""
    for order, place in enumerate(places, start=1):
        label = {"组长": "组 长：", "副组长": "副组长：", "成员": "成 员："}[place.role] if place.role != last else ""
        last = place.role
        sheet.line(f"{label}{spaced(place.person)} {place.title}", "row")
        sheet.row(
            waist.Membership(
                group=group, role=place.role, order=order, person=place.person, title=place.title, source=sheet.source
            )
        )
    sheet.line(f"领导小组办公室设在{office}，办公室主任由{director}同志兼任。")
    sheet.row(waist.Membership(group=group, role="办公室主任", person=director, source=sheet.source))
    if clause:
        sheet.line(CLAUSES[clause].replace("区", sheet.place.word))
        sheet.row(
            waist.Succession(
                group=group,
                applies_to=("leaders", "members") if clause == "automatic" else ("members",),
                except_=(f"{sheet.place.word}领导",) if clause == "automatic" else (),
                mode=clause,
                source=sheet.source,
            )
        )


def roster_patch(
    sheet: Sheet,
    group: str,
    *,
    replaced: Sequence[tuple[Place, Place]],
    added: Sequence[Place],
    removed: Sequence[Place],
    day: str,
) -> None:
    """A patch: 由X接替Y任…, 增补, 不再担任."""
    sheet.line(f"经{sheet.place.word}人民政府同意，对{group}部分组成人员作如下调整：")
    sheet.row(waist.Group(group=group, kind="领导小组", action="调整", extent="patch", date=day, source=sheet.source))
    number = iter("一二三四五六七八九")
    for old, new in replaced:
        sheet.line(f"{next(number)}、由{new.title}{new.person}同志接替{old.person}同志任{new.role}。")
        sheet.row(
            waist.Membership(
                group=group, role=new.role, action="added", replaces=old.person, person=new.person, title=new.title,
                source=sheet.source,
            )
        )  # fmt: skip
    for place in added:
        sheet.line(f"{next(number)}、增补{place.title}{place.person}同志为{place.role}。")
        sheet.row(
            waist.Membership(
                group=group,
                role=place.role,
                action="added",
                person=place.person,
                title=place.title,
                source=sheet.source,
            )
        )
    for place in removed:
        sheet.line(f"{next(number)}、{place.person}同志不再担任{place.role}。")
        sheet.row(
            waist.Membership(group=group, role=place.role, action="removed", person=place.person, source=sheet.source)
        )
    sheet.line("其他组成人员不变。")


def abolition(sheet: Sheet, groups: Sequence[str], *, day: str) -> None:
    """Groups that are ended."""
    sheet.line("为规范议事协调机构设置，经研究，决定撤销下列议事协调机构：")
    for number, group in zip("一二三四五六七八九", groups, strict=False):
        sheet.line(f"{number}、撤销{group}。")
        sheet.row(
            waist.Group(group=group, kind="领导小组", action="撤销", extent="whole", date=day, source=sheet.source)
        )


def appointments(
    sheet: Sheet, appointed: Sequence[tuple[str, str]], removed: Sequence[tuple[str, str]], *, day: str, congress: bool
) -> None:
    """Who is appointed to what, and relieved of what; a congress says it without 同志."""
    comrade = "" if congress else "同志"
    if congress:
        sheet.line("会议决定：")
    else:
        sheet.line(f"{sheet.place.word}人民政府{printed_day(day)}研究决定：")
    for action, acts in (("任命", appointed), ("免去", removed)):
        if not acts:
            continue
        sheet.line(f"{action}：", "table")
        for index, (person, post) in enumerate(acts):
            end = "。" if index == len(acts) - 1 else "；"
            said = f"{person}{comrade}为{post}" if action == "任命" else f"{person}{comrade}的{post}职务"
            sheet.line(f"{said}{end}", "row")
            sheet.row(waist.Appointment(action=action, person=person, post=post, date=day, source=sheet.source))


def tasks(sheet: Sheet, plan: str, jobs: Sequence[Job], *, table: bool) -> None:
    """A plan's tasks: each with labelled lines below it, or all in one table."""
    sheet.line(plan, "heading")
    sheet.line("为做好全年工作，现将任务分解如下。")
    if table:
        sheet.line("序号\t重点任务\t责任领导\t牵头单位\t责任单位\t完成时限", "table")
        for number, job in enumerate(jobs, start=1):
            others = "、".join(job.others)
            sheet.line(f"{number}\t{job.title}\t{job.leader}\t{job.lead}\t{others}\t{job.deadline}", "table")
            _job(sheet, plan, number, job, deadline=job.deadline)
        return
    sheet.line("一、重点任务", "table")
    for number, job in enumerate(jobs, start=1):
        sheet.line(f"{number}.{job.title}。{job.text}")
        sheet.line(f"责任领导：{job.leader}", "table")
        sheet.line(f"牵头单位：{job.lead}", "row")
        sheet.line(f"责任单位：{'、'.join(job.others)}", "row")
        _job(sheet, plan, number, job, deadline="")


def _job(sheet: Sheet, plan: str, number: int, job: Job, *, deadline: str) -> None:
    sheet.row(
        waist.Task(
            plan=plan, number=str(number), title=job.title, leader=(job.leader,), lead_orgs=(job.lead,),
            responsible_orgs=job.others, deadline=deadline, text=f"{job.title}。{job.text}", source=sheet.source,
        )
    )  # fmt: skip


def chronicle(sheet: Sheet, entries: Sequence[tuple[str, str, str, str]]) -> None:
    """大事记: day, person, title, what happened; in the order of the days."""
    sheet.line("大事记", "heading")
    year, month, _ = entries[0][0].split("-")
    sheet.line(f"{year}年{int(month)}-{int(month) + 2}月", "table")
    for day, person, title, what in sorted(entries):
        _, month, date = day.split("-")
        sheet.line(f"{int(month)}月{int(date)}日 {title}{person}{what}")
        sheet.row(
            waist.Event(date_from=day, persons=(f"{person}|{title}",), activity=what.rstrip("。"), source=sheet.source)
        )
