"""Reads a story: a few papers and what must be so on which day, in words a clerk can read and write.

    # a comment
    paper  NUMBER  DAY|undated  KIND[, option …]
      rows of the kind
    on DAY  SUBJECT = NAME [word …][, NAME …] [  because NUMBER [clause], …]

Kinds and their rows:

    roster        group NAME [action 成立|调整|撤销|更名 …] [clause: MODE[, except WORDS][, for members office leaders][, until DAY]]
                  ROLE NAME TITLE | ROLE unit 县财政局 | ROLE by WORDS | + ROLE NAME TITLE [for OLD] | - ROLE NAME
                  office 县卫健委 [NAME]
    appointments  任命|免去|提名|当选|代理 … NAME POST [on DAY]
    division      NAME TITLE: VERB OBJECT、OBJECT(SCOPE) [via NAME|POST]; …      负责 gives matters, other verbs bodies; 增加VERB, 不再VERB
    pairs         A 与 B | B 代 A [scope WORDS] [rank C]
    tasks         NUMBER TITLE | leader NAME | lead UNIT、UNIT | with UNIT
    chronicle     DAY NAME TITLE
    lineage       更名|合并|分设|撤销 OLD [-> NEW]
    cites         repeals|supersedes|corrects|amends NUMBER
    numbers       (a paper with nothing but its number)

Options of a paper: whole, patch, effective DAY, valid WORDS, issued-in DAY (an undated notice in a dated issue), by ISSUER,
title WORDS. `同日` papers sort by number.

Subjects: a role in a group (`成员`, or `成员 of GROUP`), `holds POST`, `charge UNIT|MATTER`, `liaises UNIT`, `stand-in NAME`,
`task NUMBER`, `group NAME`, `finding KIND`. A NAME is a person, a body or `无`; its words may be a state, a capacity, a
verdict, a basis or a status. `finding` is followed by a count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from graph import statements as waist
from graph.statements import Source, Statement

PLACE = "甲县"
_ISSUERS = {
    "甲政发": "甲县人民政府", "甲政办发": "甲县人民政府办公室", "甲人发": "甲县人民代表大会常务委员会", "甲党办发": "中共甲县委办公室",
    "甲政任": "甲县人民政府", "甲财发": "甲县财政局",
}  # fmt: skip
_CLAUSE = re.compile(
    r"clause: (?P<mode>[\w ]+?)(?:, except (?P<except>[^,]+?))?(?:, for (?P<for>[\w ]+?))?(?:, until (?P<until>[\d-]+))?$"
)


@dataclass(frozen=True, slots=True)
class Expectation:
    """One `on` line."""

    line: int
    day: str
    subject: str
    values: tuple[tuple[str, frozenset[str]], ...]
    because: tuple[tuple[str, bool], ...] = ()
    differs: bool = False


@dataclass(slots=True)
class Story:
    """The statements of all papers of a story, and what it expects."""

    name: str
    statements: list[Statement] = field(default_factory=list)
    expectations: list[Expectation] = field(default_factory=list)


@dataclass(slots=True)
class _Paper:
    number: str
    day: str
    kind: str
    options: dict[str, str]
    group: str = ""
    order: int = 0
    line: int = 0
    extent: str = ""

    def source(self) -> Source:
        return Source(jurisdiction=PLACE, doc_id=self.number, file="story", line_start=self.line, line_end=self.line,
                      quote="（故事）", rule="story")  # fmt: skip


def read(path: Path) -> Story:
    """Parse a story file. Raises `ValueError` naming the line that is not understood."""
    story = Story(path.stem)
    paper: _Paper | None = None
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        line = raw.split("#", 1)[0].rstrip()
        if not line.strip():
            continue
        try:
            if line.startswith("paper"):
                paper = _paper(line, number, story)
            elif line.startswith("on "):
                story.expectations.append(_expectation(line, number))
            elif line.startswith(" ") and paper is not None:
                paper.line, paper.order = number, paper.order + 1
                _row(line.strip(), paper, story)
            else:
                raise ValueError("neither paper, row nor expectation")
        except (ValueError, IndexError, KeyError) as error:
            raise ValueError(f"{path.name}:{number}: {raw.strip()!r}: {error}") from error
    return story


def _paper(line: str, number: int, story: Story) -> _Paper:
    _, doc_id, day, rest = line.split(maxsplit=3)
    kind, *given = [part.strip() for part in rest.split(",")]
    options: dict[str, str] = {}
    for option in given:
        key, _, value = option.partition(" ")
        options[key] = value.strip()
    series = doc_id.split("〔")[0]
    paper = _Paper(doc_id, "" if day == "undated" else day, kind, options, line=number)
    paper.extent = "whole" if "whole" in options else "patch" if "patch" in options else ""
    issue = options.get("issued-in", "")
    if issue:
        label = f"公报{issue}"
        source = Source(jurisdiction=PLACE, doc_id=label, file="story", quote="（故事）")
        story.statements.append(waist.IssueFact(key="publication_date", value=issue, source=source))
    if kind != "gazette":
        story.statements.append(
            waist.Document(
                title=options.get("title", f"关于{kind}的通知"),
                issuer=options.get("by", _ISSUERS.get(series, "甲县人民政府")),
                signed_date=paper.day,
                effective_date=options.get("effective", ""),
                valid_until=options.get("valid", ""),
                issue=f"公报{issue}" if issue else "",
                source=paper.source(),
            )
        )
    return paper


def _row(text: str, paper: _Paper, story: Story) -> None:
    rows = {
        "roster": _roster, "appointments": _appointment, "division": _division, "pairs": _pair, "tasks": _task,
        "chronicle": _event, "lineage": _lineage, "cites": _citation, "periods": _period, "indicators": _indicator,
        "rules": _rule,
    }[paper.kind]  # fmt: skip
    story.statements.extend(rows(text, paper))


def _roster(text: str, paper: _Paper) -> list[Statement]:
    word, _, rest = text.partition(" ")
    rest = rest.strip()
    if word == "group":
        return _group(rest, paper)
    if word == "office":
        place, _, director = rest.partition(" ")
        return [waist.Group(group=paper.group, office_in=place, office_director=director.strip(), action="",
                            extent="patch", source=paper.source())]  # fmt: skip
    action, replaces = "listed", ""
    if word in "+-":
        action = "added" if word == "+" else "removed"
        word, _, rest = rest.partition(" ")
    rest = rest.strip()
    if " for " in rest:
        rest, _, replaces = rest.rpartition(" for ")
    person, _, title = rest.partition(" ")
    row = {"person": person, "title": title.strip(), "org": ""}
    if person == "unit":
        row = {"person": "", "title": "", "org": title.strip()}
    elif person == "by":
        row = {"person": "", "title": title.strip(), "org": ""}
    return [waist.Membership(group=paper.group, role=word, action=action, replaces=replaces.strip(), order=paper.order,
                             source=paper.source(), **row)]  # fmt: skip


def _group(rest: str, paper: _Paper) -> list[Statement]:
    head, _, clause = rest.partition("clause:")
    name, _, action = head.strip().partition(" action ")
    paper.group = name.split()[0]
    parent = head.split(" under ")[1].split()[0] if " under " in head else ""
    found: list[Statement] = [
        waist.Group(group=paper.group, parent_group=parent, kind="领导小组", action=action.strip() or "调整",
                    extent=paper.extent or "whole", source=paper.source())
    ]  # fmt: skip
    if clause:
        match = _CLAUSE.search(f"clause: {clause.strip()}")
        if match is None:
            raise ValueError("clause not understood")
        applies = tuple((match["for"] or "members office leaders").split())
        excepted = match["except"] or ""
        words = ("县领导",) if excepted == "leaders" else tuple(filter(None, excepted.split("、")))
        mode = match["mode"].strip().replace(" ", "_")
        found.append(waist.Succession(group=paper.group, applies_to=applies, except_=words, mode=mode,
                                      until=match["until"] or "", source=paper.source()))  # fmt: skip
    return found


def _appointment(text: str, paper: _Paper) -> list[Statement]:
    words, _, day = text.partition(" on ")
    action, person, post = words.split(maxsplit=2)
    return [waist.Appointment(action=action, person=person, post=post, date=day.strip(), source=paper.source())]


def _division(text: str, paper: _Paper) -> list[Statement]:
    head, _, desks = text.partition(":")
    person, _, title = head.strip().partition(" ")
    found: list[Statement] = []
    for part in desks.split(";"):
        words, _, via = part.strip().partition(" via ")
        verb, _, objects = words.strip().partition(" ")
        source = replace(paper.source(), quote=words.strip()) if verb.startswith("增加") else paper.source()
        ends, verb = verb.startswith("不再"), verb.removeprefix("增加").removeprefix("不再")
        for printed in objects.strip().split("、"):
            name, _, scope = printed.strip().rstrip(")").partition("(")
            kind = "matter" if verb == "负责" else "org"
            if verb == "协助" or (verb == "代管" and len(name) <= 3):
                kind = "person"
            if name.startswith("matter:"):
                name, kind = name.removeprefix("matter:"), "matter"
            if ends:
                found.append(waist.Discharge(person=person, title=title.strip(), relation=verb, object=name,
                                             object_kind=kind, source=paper.source()))  # fmt: skip
                continue
            found.append(
                waist.Portfolio(person=person, title=title.strip(), order=paper.order, relation=verb, object=name,
                                object_kind=kind, scope=scope, via=via.strip(), source=source)
            )  # fmt: skip
    return found


def _pair(text: str, paper: _Paper) -> list[Statement]:
    match = re.fullmatch(r"(\S+) (与|代) (\S+)(?: scope (\S+))?(?: rank (\S+))?", text)
    if match is None:
        raise ValueError("pair not understood")
    one, word, other, scope, rank = match.groups()
    first, second, mutual = (one, other, "yes") if word == "与" else (other, one, "no")
    return [waist.StandIn(person_a=first, person_b=second, mutual=mutual, scope=scope or "", rank=rank or "B",
                          source=paper.source())]  # fmt: skip


def _task(text: str, paper: _Paper) -> list[Statement]:
    head, *parts = [part.strip() for part in text.split("|")]
    number, title = head.split(maxsplit=1)
    given = {key: tuple(value.split("、")) for key, _, value in (part.partition(" ") for part in parts)}
    return [waist.Task(number=number, title=title, leader=given.get("leader", ()), lead_orgs=given.get("lead", ()),
                       responsible_orgs=given.get("with", ()), source=paper.source())]  # fmt: skip


def _event(text: str, paper: _Paper) -> list[Statement]:
    day, person, title = text.split(maxsplit=2)
    return [waist.Event(date_from=day, persons=(f"{person}|{title}",), activity=f"活动{paper.order}",
                        source=paper.source())]  # fmt: skip


def _lineage(text: str, paper: _Paper) -> list[Statement]:
    kind, _, bodies = text.partition(" ")
    former, _, later = bodies.partition("->")
    return [waist.Lineage(kind=kind, from_=former.strip(), to=later.strip(), source=paper.source())]


def _citation(text: str, paper: _Paper) -> list[Statement]:
    relation, number = text.split()
    return [waist.Citation(cited_title="", cited_number=number, relation=relation, source=paper.source())]


def _period(text: str, paper: _Paper) -> list[Statement]:
    what, every, unit = text.split()
    return [waist.Period(document="", what=what, every=every, unit=unit, source=paper.source())]


def _indicator(text: str, paper: _Paper) -> list[Statement]:
    section, total, number, weight = text.split()
    return [waist.Indicator(section=section, section_score=total, subsection="", subsection_score=total, number=number,
                            requirement=f"要求{number}", weight="" if weight == "?" else weight,
                            source=paper.source())]  # fmt: skip


def _rule(text: str, paper: _Paper) -> list[Statement]:
    applies_to, rule, *rest = text.split()
    comparator, value, unit = (*rest, "", "", "")[:3]
    return [waist.GroupRule(applies_to=applies_to, rule=rule, comparator=comparator, value=value, unit=unit,
                            source=paper.source())]  # fmt: skip


def _expectation(line: str, number: int) -> Expectation:
    body, _, because = line.partition(" because ")
    head, sign, values = re.split(r"\s(=|≠)\s", body, maxsplit=1)
    _, day, subject = head.split(maxsplit=2)
    named = []
    for value in values.split(","):
        name, *words = value.split()
        named.append((name, frozenset(words)))
    reasons = []
    for reason in filter(None, (part.strip() for part in because.split(","))):
        doc_id, _, word = reason.partition(" ")
        reasons.append((doc_id, word == "clause"))
    return Expectation(number, day, subject.strip(), tuple(named), tuple(reasons), sign == "≠")
