"""The command that looks a home over: `doctor`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from cli.context import settings_of
from cli.output import AsJson, Lang

if TYPE_CHECKING:
    from graph.doctor import Examination
    from queries.answers.sheets import Sheet


def register(app: typer.Typer) -> None:
    """Add the command of this module to the application."""
    app.command("doctor")(doctor)


def doctor(context: typer.Context, as_json: AsJson = False, lang: Lang = "") -> None:
    """检查账本、原件、图谱、索引；有错误则退出码为 1 | Look over ledger, originals, graph, index; exit code 1 on an error."""
    import json

    from cli import tables
    from graph.doctor import examine

    settings = settings_of(context, language=lang)
    examination = examine(settings)
    if as_json:
        tables.write_out(json.dumps(_record(examination), ensure_ascii=False, indent=2) + "\n")
    else:
        tables.print_sheet(_sheet(examination, zh=settings.language == "zh"), settings.language)
    if not examination.healthy:
        raise typer.Exit(1)


def _record(examination: Examination) -> dict[str, object]:
    return {
        "healthy": examination.healthy,
        "checked": [name for name, _ in examination.checks],
        "findings": [
            {
                "check": name,
                "code": finding.code,
                "severity": finding.kind.severity,
                "about": finding.about,
                "zh": finding.kind.words.zh,
                "en": finding.kind.words.en,
                "remedy": {"zh": finding.kind.remedy.zh, "en": finding.kind.remedy.en},
            }
            for name, found in examination.checks
            for finding in found
        ],
    }


def _sheet(examination: Examination, *, zh: bool) -> Sheet:
    """One line a finding; a check without one says so."""
    from graph.doctor import CHECKS
    from queries.answers.sheets import Line, Sheet

    severities = {"error": ("错误", "error"), "warning": ("注意", "warning"), "note": ("提示", "note")}
    heads = ("检查", "结果", "情况", "所指", "办法") if zh else ("check", "result", "what", "about", "what to do")
    lines = []
    for name, found in examination.checks:
        check = CHECKS[name].zh if zh else CHECKS[name].en
        if not found:
            lines.append(Line((check, "正常" if zh else "well", "", "", "")))
        for finding in found:
            kind = finding.kind
            words, remedy = (kind.words.zh, kind.remedy.zh) if zh else (kind.words.en, kind.remedy.en)
            result = severities[kind.severity][0 if zh else 1]
            lines.append(Line((check, f"{result} {finding.code}", words, finding.about, remedy)))
    left_out = [each.zh if zh else each.en for name, each in CHECKS.items() if name not in dict(examination.checks)]
    notes = (("未能检查：" if zh else "Not looked at: ") + "、".join(left_out),) if left_out else ()
    title = (
        ("体检：正常" if zh else "Doctor: well")
        if examination.healthy
        else ("体检：有错误" if zh else "Doctor: errors")
    )
    return Sheet(title, (), heads, tuple(lines), notes=notes)
