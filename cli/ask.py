"""Commands that ask: `ask` in plain words, `query` and `queries` by the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cli.context import settings_of
from cli.output import AsCsv, AsJson, Lang, On, Place, form_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.stores.store import Value
    from queries.header import Param, Query

#: `query` takes what its query declares, so the command line hands it whatever it does not know itself.
_OPEN = {"allow_extra_args": True, "ignore_unknown_options": True}


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the application."""
    app.command("ask")(ask)
    app.command("query", context_settings=_OPEN)(query)
    app.command("queries")(queries)


def ask(
    context: typer.Context,
    question: Annotated[str, typer.Argument(help="如“谁负责…”“…分管什么”“谁顶替…” | e.g. who is responsible for …")],
    on: On = "",
    jurisdiction: Place = "",
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    lang: Lang = "",
) -> None:
    """用一句话提问（不用语言模型）| Ask in plain words, without a language model."""
    from queries.answers.asking import ask as ask_library
    from queries.library import open_library

    settings = settings_of(context, language=lang)
    form = form_of(settings, as_json=as_json, as_csv=as_csv)
    with open_library(settings) as library:
        form.show([ask_library(library, question, on=on, jurisdiction=jurisdiction)])


def query(
    context: typer.Context,
    query_id: Annotated[str, typer.Argument(metavar="ID", help="查询的标识，见 queries | An id from `queries`.")],
    text: Annotated[str, typer.Option(help="用文字查找所需的标识 | Find the id it needs by words.")] = "",
    on: On = "",
    jurisdiction: Place = "",
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    lang: Lang = "",
) -> None:
    """运行一个预置查询：--参数 值 | Run a canned query: --PARAM VALUE for each of its parameters."""
    from queries.answers.results import run
    from queries.catalogue import catalogue
    from queries.library import open_library

    settings = settings_of(context, language=lang)
    form = form_of(settings, as_json=as_json, as_csv=as_csv)
    found = catalogue().get(query_id)
    given = _given(found, context.args)
    given |= {
        name: value for name, value in (("on", on), ("jurisdiction", jurisdiction)) if value and found.param(name)
    }
    with open_library(settings) as library:
        if text:
            given |= _by_text(found, text, given)
        form.show([run(library, query_id, given, jurisdiction=jurisdiction)])


def queries(context: typer.Context, as_json: AsJson = False, lang: Lang = "") -> None:
    """列出预置查询 | List the canned queries."""
    from queries.answers.sheets import Line, Sheet
    from queries.catalogue import catalogue

    settings = settings_of(context, language=lang)
    form = form_of(settings, as_json=as_json)
    zh = form.language == "zh"
    lines = tuple(
        Line(
            (
                each.id,
                each.title_in(form.language),
                each.question if zh else each.question_en,
                " ".join(_shown(param) for param in each.params),
            )
        )
        for each in catalogue()
    )
    columns = ("标识", "名称", "问题", "参数") if zh else ("id", "title", "question", "parameters")
    form.show([Sheet("预置查询" if zh else "Canned queries", (), columns, lines)])


def _shown(param: Param) -> str:
    name = f"--{param.name}"
    return f"{name} {'|'.join(param.kinds) or param.type}" if param.required else f"[{name}]"


def _given(found: Query, arguments: Sequence[str]) -> dict[str, Value]:
    """`--name value` and `--name=value` pairs. Raises `UsageError` for anything else."""
    from core.errors import UsageError

    given: dict[str, Value] = {}
    rest = list(arguments)
    while rest:
        name, joined, value = rest.pop(0).partition("=")
        if not name.startswith("--") or (not joined and not rest):
            raise UsageError(
                f"多余或缺值的参数 | not `--name value`: {name}",
                remedy=" ".join(_shown(param) for param in found.params),
                code="BAD-PARAMETER",
            )
        given[name[2:].replace("-", "_")] = value if joined else rest.pop(0)
    return given


def _by_text(found: Query, text: str, given: dict[str, Value]) -> dict[str, Value]:
    """The words for the first id that is required and not given. Raises `UsageError` if there is none."""
    from core.errors import UsageError

    for param in found.params:
        if param.type == "id" and param.required and param.name not in given:
            return {param.name: text}
    raise UsageError(
        f"{found.id} 没有可用 --text 查找的参数 | has nothing for --text to find",
        remedy=" ".join(_shown(param) for param in found.params),
        code="BAD-PARAMETER",
    )
