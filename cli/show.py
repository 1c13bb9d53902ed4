"""Commands that show one thing: a person, a body, a group, a task, a document, a piece of evidence; and `search`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cli.context import settings_of
from cli.output import AsCsv, AsJson, Lang, On, Place, form_of

if TYPE_CHECKING:
    from queries.router import Kind, Label

Name = Annotated[
    str, typer.Argument(help="全名、部分、别名、拼音（gaoming、gm）、繁体或标识 | Name, part, alias, pinyin or id.")
]


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the application."""
    app.command("person")(person)
    app.command("organisation")(organisation)
    app.command("org", hidden=True)(organisation)
    app.command("group")(group)
    app.command("task")(task)
    app.command("document")(document)
    app.command("evidence")(evidence)
    app.command("search")(search)


def person(
    context: typer.Context, name: Name, on: On = "", jurisdiction: Place = "", as_json: AsJson = False,
    as_csv: AsCsv = False, lang: Lang = "",
) -> None:  # fmt: skip
    """一位领导的桌面：任职、分管、小组、AB角 | What is on a leader's desk."""
    _show(context, ("portfolio",), name, ("Person",), on, jurisdiction, as_json=as_json, as_csv=as_csv, lang=lang)


def organisation(
    context: typer.Context, name: Name, on: On = "", jurisdiction: Place = "", as_json: AsJson = False,
    as_csv: AsCsv = False, lang: Lang = "",
) -> None:  # fmt: skip
    """一个机构：由谁分管、谁任职、牵头哪些任务和预案 | A body: who oversees it, who is in it, its tasks and plans."""
    kinds: tuple[Kind, ...] = ("oversight", "holders", "tasks_of", "plans_of")
    _show(context, kinds, name, ("Organisation",), on, jurisdiction, as_json=as_json, as_csv=as_csv, lang=lang)


def group(
    context: typer.Context, name: Name, on: On = "", jurisdiction: Place = "", as_json: AsJson = False,
    as_csv: AsCsv = False, lang: Lang = "",
) -> None:  # fmt: skip
    """一个议事协调机构当日的名单与依据 | Who sits in a group on a day, and why."""
    _show(context, ("roster",), name, ("Group",), on, jurisdiction, as_json=as_json, as_csv=as_csv, lang=lang)


def task(
    context: typer.Context, text: Name, on: On = "", jurisdiction: Place = "", as_json: AsJson = False,
    as_csv: AsCsv = False, lang: Lang = "",
) -> None:  # fmt: skip
    """一项任务当日由谁负责 | Who is responsible for a task on a day."""
    _show(context, ("responsible",), text, ("Task",), on, jurisdiction, as_json=as_json, as_csv=as_csv, lang=lang)


def document(
    context: typer.Context,
    number: Annotated[str, typer.Argument(help="文号或标题 | Number or title.")],
    jurisdiction: Place = "", as_json: AsJson = False, as_csv: AsCsv = False, lang: Lang = "",
) -> None:  # fmt: skip
    """一份文件：引用与所载 | A paper: what it cites and what it says."""
    kinds: tuple[Kind, ...] = ("citations", "facts_of")
    _show(context, kinds, number, ("Document",), "", jurisdiction, as_json=as_json, as_csv=as_csv, lang=lang)


def evidence(
    context: typer.Context,
    identifier: Annotated[str, typer.Argument(metavar="ID", help="依据的标识 | The id of a piece of evidence.")],
    as_json: AsJson = False, as_csv: AsCsv = False, lang: Lang = "",
) -> None:  # fmt: skip
    """一条依据的原文与出处 | The printed words of a piece of evidence, and where they stand."""
    from queries.answers.words import quotation
    from queries.library import open_library

    settings = settings_of(context, language=lang)
    form = form_of(settings, as_json=as_json, as_csv=as_csv)
    with open_library(settings) as library:
        form.show([quotation(library, identifier)])


def search(
    context: typer.Context,
    text: Name,
    jurisdiction: Place = "", as_json: AsJson = False, as_csv: AsCsv = False, lang: Lang = "",
) -> None:  # fmt: skip
    """查找人员、机构、小组、任务、文件 | Find people, bodies, groups, tasks and papers."""
    from queries.answers.results import search as search_library
    from queries.library import open_library

    settings = settings_of(context, language=lang)
    form = form_of(settings, as_json=as_json, as_csv=as_csv)
    with open_library(settings) as library:
        form.show([search_library(library, text, jurisdiction=jurisdiction)])


def _show(
    context: typer.Context, kinds: tuple[Kind, ...], name: str, labels: tuple[Label, ...], on: str, jurisdiction: str,
    *, as_json: bool, as_csv: bool, lang: str,
) -> None:  # fmt: skip
    from queries.answers.asking import answer
    from queries.answers.subjects import subject
    from queries.library import open_library

    settings = settings_of(context, language=lang)
    form = form_of(settings, as_json=as_json, as_csv=as_csv)
    with open_library(settings) as library:
        thing = subject(library, name, labels, on=on, jurisdiction=jurisdiction)
        form.show([answer(library, kind, thing, on=on) for kind in kinds])
