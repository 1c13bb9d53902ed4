"""The tasks of a plan, with who leads each, whose unit is in charge, and which units take part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from benchmark.corpus.sheet import Sheet
from graph import statements as waist


@dataclass(frozen=True, slots=True)
class Job:
    """A task with who leads it, who is in charge and who takes part."""

    title: str
    text: str
    leader: str
    lead: str
    others: tuple[str, ...]
    deadline: str


def tasks(sheet: Sheet, plan: str, jobs: Sequence[Job], *, table: bool) -> None:
    """A plan's tasks: all in one table, or each in its paragraph with its labels below or behind it."""
    sheet.line(plan, "heading")
    sheet.line("为做好全年工作，现将任务分解如下。")
    if table:
        _table(sheet, plan, jobs)
        return
    sheet.line("一、重点任务", "table")
    for number, job in enumerate(jobs, start=1):
        labels = (f"责任领导：{job.leader}", f"牵头单位：{job.lead}", f"责任单位：{'、'.join(job.others)}")
        if sheet.habits.jobs == "brackets":
            sheet.line(f"{number}.{job.title}。{job.text}（{'；'.join(labels)}）")
        else:
            sheet.line(f"{number}.{job.title}。{job.text}")
            sheet.line(labels[0], "table")
            for label in labels[1:]:
                sheet.line(label, "row")
        _job(sheet, plan, number, job, deadline="")


def _table(sheet: Sheet, plan: str, jobs: Sequence[Job]) -> None:
    helped = sheet.habits.columns == "cooperating"
    if helped:
        sheet.line("序号\t工作任务\t完成时间\t牵头领导\t牵头单位\t配合单位", "table")
    else:
        sheet.line("序号\t重点任务\t责任领导\t牵头单位\t责任单位\t完成时限", "table")
    for number, job in enumerate(jobs, start=1):
        others = "、".join(job.others)
        cells = (
            (job.title, job.deadline, job.leader, job.lead, others)
            if helped
            else (job.title, job.leader, job.lead, others, job.deadline)
        )
        sheet.line("\t".join((str(number), *cells)), "table")
        _job(sheet, plan, number, job, deadline=job.deadline, helped=helped)


def _job(sheet: Sheet, plan: str, number: int, job: Job, *, deadline: str, helped: bool = False) -> None:
    sheet.row(
        waist.Task(
            plan=plan, number=str(number), title=job.title, leader=(job.leader,), lead_orgs=(job.lead,),
            responsible_orgs=() if helped else job.others, cooperating_orgs=job.others if helped else (),
            deadline=deadline, text=f"{job.title}。{job.text}", source=sheet.source,
        )
    )  # fmt: skip
