"""The process that runs one query: `python -m graph.rdf.sparql.child`, asked on standard input, answering on standard output.

It bounds itself before it reads a word of the query. The answer is a line of JSON and, after it, the result.
"""

from __future__ import annotations

import csv
import io
import json
import resource
import sys
from collections.abc import Sequence
from itertools import islice
from xml.etree import ElementTree as ET

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    serialize,
)

Term = NamedNode | BlankNode | Literal | Triple | None
Rows = list[list[Term]]

_SPACE = "http://www.w3.org/2005/sparql-results#"
#: A cell that begins so would run as a formula in a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_BOOLEANS = {"json": QueryResultsFormat.JSON, "csv": QueryResultsFormat.CSV, "xml": QueryResultsFormat.XML}
_GRAPHS = {"turtle": RdfFormat.TURTLE, "ntriples": RdfFormat.N_TRIPLES}


def main() -> None:
    """Run the query of standard input."""
    asked = json.load(sys.stdin)
    _bound(int(asked["bytes"]), int(asked["seconds"]))
    try:
        head, body = run(
            Store.read_only(asked["store"]), asked["query"], asked["prefixes"], table=asked["table"], graph=asked["graph"],
            rows=int(asked["rows"]),
        )  # fmt: skip
    except SyntaxError as error:
        head, body = {"error": "SPARQL-SYNTAX", "message": str(error)[:500]}, b""
    except MemoryError:
        head, body = {"error": "SPARQL-MEMORY", "message": ""}, b""
    except OverflowError:
        head, body = {"error": "SPARQL-ROWS", "message": ""}, b""
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + body)
    sys.stdout.buffer.flush()


def run(
    store: Store, query: str, prefixes: dict[str, str], *, table: str, graph: str, rows: int
) -> tuple[dict[str, str], bytes]:
    """The result of a query in the form asked for: `table` for rows and truth, `graph` for triples.

    Raises `SyntaxError` for what is no query, `OverflowError` for more than `rows` rows or triples.
    """
    found = store.query(query, prefixes=prefixes)
    if isinstance(found, QueryBoolean):
        return {"form": table}, bytes(found.serialize(format=_BOOLEANS[table]) or b"")
    if isinstance(found, QueryTriples):
        triples = list(islice(found, rows + 1))
        _check(len(triples), rows)
        return {"form": graph}, bytes(serialize(triples, format=_GRAPHS[graph], prefixes=prefixes) or b"")
    if not isinstance(found, QuerySolutions):
        raise TypeError("no result of a query")
    names = [variable.value for variable in found.variables]
    solutions: Rows = [list(solution) for solution in islice(found, rows + 1)]
    _check(len(solutions), rows)
    written = {"json": _json, "csv": _csv, "xml": _xml}[table](names, solutions)
    return {"form": table}, written


def _check(count: int, most: int) -> None:
    if count > most:
        raise OverflowError


def _bound(size: int, seconds: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _json(names: Sequence[str], rows: Rows) -> bytes:
    bindings = [
        {name: _binding(term) for name, term in zip(names, row, strict=True) if term is not None} for row in rows
    ]
    return json.dumps({"head": {"vars": list(names)}, "results": {"bindings": bindings}}, ensure_ascii=False).encode()


def _binding(term: Term) -> dict[str, str]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, Literal):
        more = {"xml:lang": term.language} if term.language else {"datatype": term.datatype.value}
        plain = more.get("datatype") == "http://www.w3.org/2001/XMLSchema#string"
        return {"type": "literal", "value": term.value, **({} if plain else more)}
    return {"type": "bnode", "value": term.value if isinstance(term, BlankNode) else str(term)}


def _csv(names: Sequence[str], rows: Rows) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([_cell(term) for term in row] for row in rows)
    return buffer.getvalue().encode()


def _cell(term: Term) -> str:
    value = "" if term is None else _binding(term)["value"]
    return f"'{value}" if value.startswith(_FORMULA) else value


def _xml(names: Sequence[str], rows: Rows) -> bytes:
    ET.register_namespace("", _SPACE)
    root = ET.Element(f"{{{_SPACE}}}sparql")
    head = ET.SubElement(root, f"{{{_SPACE}}}head")
    for name in names:
        ET.SubElement(head, f"{{{_SPACE}}}variable", {"name": name})
    results = ET.SubElement(root, f"{{{_SPACE}}}results")
    for row in rows:
        result = ET.SubElement(results, f"{{{_SPACE}}}result")
        for name, term in zip(names, row, strict=True):
            if term is not None:
                bound = _binding(term)
                holder = ET.SubElement(result, f"{{{_SPACE}}}binding", {"name": name})
                attributes = {"datatype": bound["datatype"]} if "datatype" in bound else {}
                if "xml:lang" in bound:
                    attributes = {"{http://www.w3.org/XML/1998/namespace}lang": bound["xml:lang"]}
                ET.SubElement(holder, f"{{{_SPACE}}}{bound['type']}", attributes).text = bound["value"]
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


if __name__ == "__main__":
    main()
