"""Pages of the manual that follow from the program: commands with their options, error codes, analyses."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import typer.core
import typer.main

from cli.main import app
from core import errors
from core.errors import DutygraphError
from queries.answers.analysis.registry import ANALYSES

_ROOT = Path(__file__).resolve().parent.parent
_ROOMS = ("core", "graph", "loaders", "queries", "viz", "api", "cli")


@dataclass(frozen=True, slots=True, order=True)
class Code:
    """A code of an error where it is raised: the class it has there, and what it says (`…` for what is filled in)."""

    code: str
    kind: str
    message: str


def commands() -> Iterator[str]:
    """Every command with its arguments and options."""
    whole = typer.main.get_command(app)
    yield "Options that stand before every command:"
    yield ""
    yield from _parameters(whole)
    yield from _group(whole, "dutygraph")


def error_codes() -> Iterator[str]:
    """Every code that an error of the program may carry, with its class, HTTP status and exit code."""
    yield "| code | class | HTTP | exit code | says |"
    yield "|---|---|---|---|---|"
    for each in codes():
        kind: type[DutygraphError] = getattr(errors, each.kind)
        yield f"| {each.code} | {each.kind} | {kind.http_status} | {kind.exit_code} | {_cell(each.message)} |"


def codes() -> list[Code]:
    """All `raise SomeError(…, code="…")` of the rooms, each code and class once, in order of code."""
    found: dict[tuple[str, str], Code] = {}
    for room in _ROOMS:
        for path in sorted((_ROOT / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                code = _code(node)
                if code is not None:
                    found.setdefault((code.code, code.kind), code)
    return sorted(found.values())


def analyses() -> Iterator[str]:
    """Every analysis: its question, what it counts, what it does not say, and what it takes."""
    yield "Run one with `dutygraph analyse NAME`; see [analyses](../analysis.md)."
    for name, way in ANALYSES.items():
        about = way.about
        yield from ("", f"## {name}", "", f"{about.title.zh} | {about.title.en}", "")
        yield f"- {about.question.zh} | {about.question.en}"
        yield f"- counts: {about.counts.zh} | {about.counts.en}"
        yield f"- does not say: {about.silent.zh} | {about.silent.en}"
        if about.takes:
            yield "- takes: " + "; ".join(f"`{each.name}` ({each.text.zh} | {each.text.en})" for each in about.takes)
        if about.compares:
            yield "- `--against DAY` sets another day beside it"


def _group(group: typer.core.TyperCommand | typer.core.TyperGroup | object, name: str) -> Iterator[str]:
    if not isinstance(group, typer.core.TyperGroup):
        return
    for word, command in sorted(group.commands.items()):
        if command.hidden:
            continue
        yield from ("", f"## {name} {word}", "", (command.help or "").strip(), "")
        yield from _parameters(command)
        yield from _group(command, f"{name} {word}")


def _parameters(command: object) -> Iterator[str]:
    for each in getattr(command, "params", ()):
        if isinstance(each, typer.core.TyperArgument):
            needed = "" if each.required else ", may be left out"
            yield f"- `{(each.metavar or each.name or '').upper()}`{needed}: {each.help or ''}"
        elif isinstance(each, typer.core.TyperOption) and not each.hidden and each.name != "help":
            value = "" if each.is_flag else f" {each.metavar or (each.name or '').upper()}"
            needed = ", must be given" if each.required else ""
            yield f"- `{each.opts[0]}{value}`{needed}: {each.help or ''}"


def _code(node: ast.AST) -> Code | None:
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or not node.args:
        return None
    code = next((each.value for each in node.keywords if each.arg == "code"), None)
    if not isinstance(code, ast.Constant) or not isinstance(code.value, str):
        return None
    if not isinstance(getattr(errors, node.func.id, None), type):
        return None
    return Code(code.value, node.func.id, _text(node.args[0]))


def _text(node: ast.expr) -> str:
    """A message as it stands in the program, `…` for what is filled in."""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(each.value) if isinstance(each, ast.Constant) else "…" for each in node.values)
    return str(node.value) if isinstance(node, ast.Constant) else "…"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
