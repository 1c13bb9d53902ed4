"""The reference pages of the manual, written from what they describe: ontology (also as Browser's style and as SHACL shapes),
queries, settings, errors, commands, analyses.

`python -m cli.generate` writes `docs/reference/`; with `--check` it writes nothing and fails if a page is out of date.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from cli import manual
from core.errors import DutygraphError
from core.settings import Settings
from graph.ontology import ontology
from graph.rdf.shapes import shapes
from queries.catalogue import catalogue

REFERENCE = Path(__file__).resolve().parent.parent / "docs" / "reference"
#: What a node shows in Browser, where it is not its name.
_CAPTIONS = {"Post": "position", "Seat": "role", "Evidence": "quote"}
_NOTE = "<!-- Written by `make generate`; change the source, not this page. -->\n"


def pages() -> dict[str, str]:
    """All reference pages by file name."""
    return {
        "ontology.md": _page("Ontology | 图谱模型", _ontology()),
        "queries.md": _page("Queries | 查询", _queries()),
        "settings.md": _page("Settings | 设置", _settings()),
        "errors.md": _page("Errors | 错误", _errors()),
        "commands.md": _page("Commands | 命令", manual.commands()),
        "analyses.md": _page("Analyses | 分析", manual.analyses()),
        "neo4j-browser.grass": "\n".join(_style()) + "\n",
        "shapes.ttl": shapes(),
    }


def main() -> int:
    """Write the pages, or with `--check` compare them; 1 if one is out of date."""
    stale = []
    for name, text in pages().items():
        path = REFERENCE / name
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if "--check" not in sys.argv:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    if stale and "--check" in sys.argv:
        sys.stderr.write(f"docs/reference 已过时 | out of date: {', '.join(stale)}; make generate\n")
        return 1
    return 0


def _page(title: str, lines: Iterator[str]) -> str:
    return "\n".join([_NOTE, f"# {title}", "", *lines, ""])


def _ontology() -> Iterator[str]:
    schema = ontology()
    yield "Every node has `id` and `name`. Dated nodes and edges have the four days of `docs/architecture.md`."
    yield from ("", "| node | 中文 | English | RDF | dated | properties |", "|---|---|---|---|---|---|")
    for name, node in schema.nodes.items():
        dated = "yes" if node.dated else ""
        row = (name, node.caption.zh, node.caption.en, node.rdf, dated, ", ".join(node.properties))
        yield f"| {' | '.join(row)} |"
    yield from ("", "| edge | 中文 | English | from | to | dated | properties |", "|---|---|---|---|---|---|---|")
    for name, edge in schema.edges.items():
        ends = (", ".join(edge.from_), ", ".join(edge.to), "yes" if edge.dated else "")
        yield f"| {' | '.join((name, edge.caption.zh, edge.caption.en, *ends, ', '.join(edge.properties)))} |"
    yield from ("", "| property | type | 中文 | English |", "|---|---|---|---|")
    for name, kind in schema.properties.items():
        yield f"| {name} | {kind.type} | {kind.caption.zh} | {kind.caption.en} |"
    yield from ("", "| code | 中文 | English |", "|---|---|---|")
    for group, values in schema.values.items():
        for code, caption in values.items():
            yield f"| {group}: {code} | {caption.zh} | {caption.en} |"


def _style() -> Iterator[str]:
    """A graph style sheet for Neo4j Browser: the colours of the ontology, the captions people look for."""
    yield "node { diameter: 50px; color: #8a9199; border-width: 1px; text-color-internal: #ffffff; caption: '{name}'; }"
    for label, node in ontology().nodes.items():
        text = "#1c2024" if _light(node.colour) else "#ffffff"
        yield f"node.{label} {{ color: {node.colour}; text-color-internal: {text}; caption: '{{{_CAPTIONS.get(label, 'name')}}}'; }}"
    yield "relationship { color: #8a9199; shaft-width: 1px; font-size: 8px; caption: '<type>'; }"


def _light(colour: str) -> bool:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 299 * red + 587 * green + 114 * blue > 150_000


def _queries() -> Iterator[str]:
    yield "Run one with `dutygraph query ID --PARAMETER VALUE`; the file is `queries/ID.cypher`."
    for query in catalogue():
        params = ", ".join(
            f"`{param.name}` ({param.type}{'' if param.required else f', default {param.default}'})"
            for param in query.params
        )
        yield from ("", f"## {query.id}", "", f"{query.title} | {query.title_en}", "")
        yield from (f"- {query.question} | {query.question_en}", f"- parameters: {params}")
        yield from (f"- columns: {', '.join(query.returns)}", f"- cost: {query.cost}")


def _settings() -> Iterator[str]:
    yield "| variable | default | meaning |"
    yield "|---|---|---|"
    for name, field in Settings.model_fields.items():
        default = "the user's data directory" if field.default_factory else f"`{field.default}`"
        yield f"| `DUTYGRAPH_{name.upper()}` | {default} | {field.description} |"


def _errors() -> Iterator[str]:
    yield "| class | code | HTTP | exit code | meaning |"
    yield "|---|---|---|---|---|"
    for kind in _kinds(DutygraphError):
        meaning = (kind.__doc__ or "").strip().split("\n")[0]
        yield f"| {kind.__name__} | {kind.default_code} | {kind.http_status} | {kind.exit_code} | {meaning} |"
    yield from ("", "## Codes | 错误码", "", "A code is part of the contract: it is never reworded.", "")
    yield from manual.error_codes()


def _kinds(kind: type[DutygraphError]) -> Iterator[type[DutygraphError]]:
    if kind.__module__ == "core.errors":
        yield kind
    for child in sorted(kind.__subclasses__(), key=lambda each: each.__name__):
        yield from _kinds(child)


if __name__ == "__main__":
    sys.exit(main())
