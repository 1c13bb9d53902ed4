"""`dutygraph analyse`: what the graph of a day says as a whole - loads, gaps, brokers, clusters, chains."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.context import settings_of
from cli.output import AsCsv, AsJson, Lang, On, form_of

if TYPE_CHECKING:
    from core.settings import Language
    from queries.answers.sheets import Sheet


def register(app: typer.Typer) -> None:
    """Add `analyse` to the application."""
    app.command("analyse")(analyse)


def analyse(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="哪种分析；不写则列出全部 | Which one; without it all are listed.")] = "",
    what: Annotated[
        list[str] | None, typer.Argument(help="所问的人、单位或文字 | The people, bodies or words it takes.")
    ] = None,
    on: On = "",
    against: Annotated[
        str, typer.Option(metavar="YYYY-MM-DD", help="与这一日对比（工作量）| Set beside this day (workloads).")
    ] = "",
    jurisdiction: Annotated[str, typer.Option(help="只看该行政区划 | This division code only.")] = "",
    limit: Annotated[int, typer.Option(help="最多几行 | Lines at most.")] = 50,
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="存成带图的网页文件 | Write a page with its picture.")
    ] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    lang: Lang = "",
) -> None:
    """分析：工作量、单点依赖、AB角覆盖、枢纽、协作群、最短关联…… | Workload, single points, coverage, brokers, clusters, chains …"""
    from queries.answers.analysis.model import Asked
    from queries.answers.analysis.registry import analyse as analyse_library
    from queries.library import open_library
    from queries.places import with_places

    settings = settings_of(context, language=lang)
    form = form_of(settings, as_json=as_json, as_csv=as_csv)
    if not name:
        form.show([_list(settings.language)])
        return
    asked = Asked(on, against, jurisdiction, tuple(what or ()), limit)
    with open_library(settings) as library:
        answer = analyse_library(library, name, asked)
        # Programs get the codes, people the names.
        if html is not None or not (as_json or as_csv):
            answer = with_places(library, answer)
    if html is None:
        form.show([answer])
        return
    from cli.viz import write_picture
    from viz.analyses import picture

    write_picture(html, picture(answer, settings.language), settings.language)


def _list(language: Language) -> Sheet:
    from queries.answers.analysis.registry import ANALYSES
    from queries.answers.sheets import Line, Sheet

    lines = tuple(
        Line(
            (
                way.about.name,
                way.about.title.in_language(language),
                way.about.question.in_language(language),
                " ".join(each.name.upper() for each in way.about.takes),
            )
        )
        for way in ANALYSES.values()
    )
    zh = language == "zh"
    columns = ("名称", "标题", "问题", "要写明") if zh else ("name", "title", "question", "takes")
    return Sheet("分析" if zh else "Analyses", (), columns, lines)
