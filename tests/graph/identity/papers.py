"""A made-up district on paper: small builders for statements, so that tests read as sentences."""

from __future__ import annotations

from graph.statements import (
    Appointment,
    Document,
    Event,
    Group,
    Membership,
    Portfolio,
    Source,
    StandIn,
    Statement,
    Task,
)

PLACE = "990001"
ISSUER = "云屏市青溪区人民政府办公室"


def source(number: str, *, place: str = PLACE, quote: str = "") -> Source:
    return Source(jurisdiction=place, doc_id=number, quote=quote)


def paper(number: str, day: str, *, issuer: str = ISSUER, place: str = PLACE) -> Document:
    return Document(title=f"关于{number}的通知", issuer=issuer, signed_date=day, source=source(number, place=place))


def seat(
    number: str, person: str, title: str = "", *, group: str = "区医改领导小组", role: str = "成员", place: str = PLACE
) -> Membership:
    return Membership(group=group, role=role, person=person, title=title, source=source(number, place=place))


def charge(number: str, person: str, title: str, body: str, *aliases: str) -> Portfolio:
    return Portfolio(person=person, title=title, relation="分管", object=body, aliases=aliases, source=source(number))


def task(number: str, leader: str, *bodies: str) -> Task:
    return Task(title=f"任务{leader}", leader=(leader,), lead_orgs=bodies, source=source(number))


def group(number: str, name: str, parent: str = "") -> Group:
    return Group(group=name, parent_group=parent, kind="领导小组", source=source(number))


def pair(number: str, left: str, right: str, quote: str = "") -> StandIn:
    return StandIn(person_a=left, person_b=right, source=source(number, quote=quote))


def met(day: str, *persons: str) -> Event:
    return Event(date_from=day, persons=persons, activity=f"座谈{day}", source=source("大事记"))


def act(number: str, action: str, person: str, post: str) -> Appointment:
    return Appointment(action=action, person=person, post=post, source=source(number))


def district() -> list[Statement]:
    """A year of a district: a division, rosters, a chronicle, appointments."""
    return [
        paper("青政办发〔2031〕1号", "2031-03-01"),
        seat("青政办发〔2031〕1号", "杨川", "区政府副区长", role="副组长"),
        seat("青政办发〔2031〕1号", "周正", "区财政局局长"),
        seat("青政办发〔2031〕1号", "沈渡", "区自然资源分局局长"),
        seat("青政办发〔2031〕1号", "王平", "石桥镇镇长"),
        seat("青政办发〔2031〕1号", "周正", "", role="办公室主任"),
        group("青政办发〔2031〕1号", "区医改领导小组"),
        paper("青政办发〔2031〕2号", "2031-05-01"),
        charge("青政办发〔2031〕2号", "杨川", "区委常委、副区长", "区卫健委", "区中医药管理局"),
        charge("青政办发〔2031〕2号", "沈渡", "区政府党组成员", "区园林中心"),
        pair("青政办发〔2031〕2号", "杨川", "沈渡", "杨川副区长与沈渡调研员互为AB角"),
        paper("青政发〔2031〕3号", "2031-06-10"),
        task("青政发〔2031〕3号", "杨川", "区卫生健康委员会", "区财政局", "各镇人民政府", "有关部门"),
        task("青政发〔2031〕3号", "陆离", "区委组织部"),
        paper("青政办发〔2031〕4号", "2031-08-30"),
        seat("青政办发〔2031〕4号", "周正", "东财集团有限公司董事长", group="青溪区国企改革领导小组"),
        seat("青政办发〔2031〕4号", "何新", "区财政局局长", group="青溪区国企改革领导小组"),
        met("2031-04-04", "杨川|云屏市人大常委会副主任", "冯远|青溪区委书记"),
        met("2031-04-05", "冯远|青溪区委书记", "王平|"),
        act("青人发〔2031〕1号", "免去", "周正", "区财政局局长"),
        act("青人发〔2031〕1号", "任命", "何新", "区财政局局长"),
    ]
