"""What commands that answer share: the options for day, place and form, and the form itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.settings import Language, Settings
    from queries.answers.show import Shown

On = Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="截至日期，默认今天 | The day asked for; default today.")]
Place = Annotated[str, typer.Option(help="只在该行政区划内找 | Look in this division code only.")]
AsJson = Annotated[bool, typer.Option("--json", help="输出 JSON | Print JSON.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="输出 CSV | Print CSV.")]
Lang = Annotated[str, typer.Option(metavar="zh|en", help="语言 | Language.")]


@dataclass(frozen=True, slots=True)
class Form:
    """How answers leave: a table for people, JSON or CSV for programs."""

    language: Language
    kind: Literal["table", "json", "csv"]

    def show(self, answers: Sequence[Shown]) -> None:
        """Print the answers one after another; several as JSON become one list."""
        from cli import tables
        from queries.answers.serial import as_json
        from queries.answers.show import sheet_of

        if self.kind == "json":
            tables.write_out(as_json(answers))
            return
        for index, each in enumerate(answers):
            sheet = sheet_of(each, self.language)
            if self.kind == "csv":
                tables.write_out(("\n" if index else "") + tables.csv_text(sheet, self.language))
            else:
                tables.print_sheet(sheet, self.language)


def form_of(settings: Settings, *, as_json: bool = False, as_csv: bool = False) -> Form:
    """The form asked for. Raises `UsageError` if two are."""
    from core.errors import UsageError

    if as_json and as_csv:
        raise UsageError("--json 与 --csv 只能选一个 | choose one of --json and --csv", code="TWO-FORMS")
    return Form(settings.language, "json" if as_json else "csv" if as_csv else "table")
