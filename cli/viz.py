"""`dutygraph viz`: a picture as one HTML file that asks nobody for anything."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from cli.context import settings_of

if TYPE_CHECKING:
    from core.settings import Language
    from queries.answers.model import Thing
    from queries.library import Library
    from queries.router import Label
    from viz.lifeline import Lifeline
    from viz.scene import Scene

viz_app = typer.Typer(help="把图存成一个网页文件 | Pictures as one stand-alone HTML file.", no_args_is_help=True)

Name = Annotated[str, typer.Argument(help="全名、别名、拼音或标识 | Name, alias, pinyin or id.")]
Out = Annotated[Path, typer.Option("-o", "--out", help="写到哪个文件 | The file to write.")]
On = Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="截至日期，默认今天 | The day; default today.")]
Place = Annotated[str, typer.Option(help="只看该行政区划 | This division code only.")]
Lang = Annotated[str, typer.Option(metavar="zh|en", help="语言 | Language.")]
Depth = Annotated[int, typer.Option(min=1, max=3, help="几步之内 | How many steps.")]
Whole = Literal["leaders", "matrix", "structure", "pairs", "groups", "flow", "workload", "explorer"]


def register(app: typer.Typer) -> None:
    """Add `viz` to the application."""
    app.add_typer(viz_app, name="viz")


@viz_app.command("person")
def person(
    context: typer.Context, name: Name, out: Out, on: On = "", jurisdiction: Place = "", depth: Depth = 1, lang: Lang = "",
) -> None:  # fmt: skip
    """一位领导的关系与历程 | What is joined to a person, and the person over time."""
    _around(context, "Person", name, out, on, jurisdiction, depth, lang)


@viz_app.command("organisation")
def organisation(
    context: typer.Context, name: Name, out: Out, on: On = "", jurisdiction: Place = "", depth: Depth = 1, lang: Lang = "",
) -> None:  # fmt: skip
    """一个机构的关系与沿革 | What is joined to a body, and who oversaw it over time."""
    _around(context, "Organisation", name, out, on, jurisdiction, depth, lang)


@viz_app.command("group")
def group(
    context: typer.Context, name: Name, out: Out, on: On = "", jurisdiction: Place = "", depth: Depth = 1, lang: Lang = "",
) -> None:  # fmt: skip
    """一个领导小组的成员与沿革 | The members of a group, and its seats over time."""
    _around(context, "Group", name, out, on, jurisdiction, depth, lang)


@viz_app.command("plan")
def plan(
    context: typer.Context, name: Name, out: Out, on: On = "", jurisdiction: Place = "", lang: Lang = "",
) -> None:  # fmt: skip
    """一份方案的考核指标，大小按分值 | The indicators of a plan, as large as their weight."""
    from graph.days import checked_day, today
    from queries.answers.resolve import resolve
    from queries.library import open_library
    from viz.figures import indicators

    settings = settings_of(context, language=lang)
    day, language = checked_day(on) if on else today(), settings.language
    with open_library(settings) as library:
        thing = resolve(library.index, name, ("Plan",), jurisdiction=jurisdiction)
        scene = indicators(library, thing, day, language=language)
    write_picture(out, scene, language)


@viz_app.command("map")
def whole(
    context: typer.Context, out: Out, what: Annotated[Whole, typer.Argument(help="哪种图 | Which picture.")] = "leaders",
    on: On = "", jurisdiction: Place = "", lang: Lang = "",
) -> None:  # fmt: skip
    """一个地区的图：领导分工、对照表、架构、AB角、小组、任务流向、工作量、全图 | A picture of a place: leaders, matrix, structure, pairs, groups, flow, workload, everything."""
    from graph.days import checked_day, today
    from queries.library import open_library
    from viz import explorer, figures, networks, structure

    settings = settings_of(context, language=lang)
    day, language = checked_day(on) if on else today(), settings.language
    with open_library(settings) as library:
        match what:
            case "leaders":
                scene = networks.leadership(library, day, jurisdiction, language=language, href=_nowhere)
            case "matrix":
                scene = structure.heat(library, day, jurisdiction, language=language)
            case "structure":
                scene = structure.chart(library, day, jurisdiction, language=language)
            case "explorer":
                found = explorer.survey(library, jurisdiction)
                scene = explorer.explorer(found, day, language=language, href=_nowhere)
            case "pairs":
                scene = networks.pairs(library, day, jurisdiction, language=language, href=_nowhere)
            case "groups":
                scene = networks.memberships(library, day, jurisdiction, language=language, href=_nowhere)
            case "flow":
                scene = figures.flow(library, day, jurisdiction, language=language)
            case "workload":
                scene = figures.workload(library, day, jurisdiction, language=language)
    write_picture(out, scene, language)


def _around(
    context: typer.Context, label: Label, name: str, out: Path, on: str, jurisdiction: str, depth: int, lang: str
) -> None:
    from graph.days import checked_day, today
    from queries.answers.resolve import resolve
    from queries.library import open_library
    from viz.networks import neighbourhood

    settings = settings_of(context, language=lang)
    day, language = checked_day(on) if on else today(), settings.language
    with open_library(settings) as library:
        thing = resolve(library.index, name, (label,), jurisdiction=jurisdiction)
        scene = neighbourhood(library, thing, day, language=language, href=_nowhere, depth=depth)
        write_picture(out, scene, language, lives=_lives(library, thing, day, language))


def _lives(library: Library, thing: Thing, day: str, language: Language) -> Lifeline:
    from viz.lives import of_thing

    return of_thing(library, thing, day, href=_nowhere, language=language)


def write_picture(out: Path, scene: Scene, language: Language, *, lives: Lifeline | None = None) -> None:
    from core.errors import InputError
    from viz.page import standalone

    try:
        out.write_text(standalone(scene, language, lives=lives), encoding="utf-8")
    except OSError as error:
        raise InputError(
            f"{out}: 无法写入 | cannot be written: {error.strerror}",
            remedy="换一个文件名或文件夹 | choose another file or folder",
            code="OUT-UNWRITABLE",
        ) from error
    more = f"，另有 {scene.left_out} 个未画出 | {scene.left_out} more not drawn" if scene.left_out else ""
    typer.echo(f"{out}: {scene.title}，{scene.on}{more}")


def _nowhere(_: str) -> str:
    """A file that lies by itself leads nowhere."""
    return ""
