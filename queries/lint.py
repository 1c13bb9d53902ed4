"""The dialect: what every `.cypher` file must and must not hold, so that both stores answer alike and quickly.

The rules and their reasons: dates are tested on every dated hop; patterns start at what is bound (the embedded planner
takes seconds otherwise); relationships have types and one direction, unless the ontology leaves them but one; rows end in a unique
order, or are sorted and cut off before they are widened to all their columns, and say `order` (the embedded engine lists all columns of
a row each time it compares two); scalars, lists and maps are returned, never nodes; nothing writes; paths are bounded; names come from
the ontology.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.ontology import ontology
from queries.header import Query, expand

_FORBIDDEN = {
    r"\b(CREATE|MERGE|SET|DELETE|DETACH|REMOVE|DROP|FOREACH|LOAD|USE|INSERT)\b": "writes",
    r"\bIN\s+TRANSACTIONS\b": "runs in transactions of its own",
    r"\bapoc\.": "uses APOC",
    r"\bCALL\s+(?!\()": "calls a procedure",
    r"\b(COLLECT)\s*\{": "uses COLLECT { }",
    r"\b(SHORTEST|ANY)\s+\d": "uses SHORTEST n",
    r"\b(id|elementId|properties|date|datetime|timestamp|rand|randomUUID)\s*\(": "uses a function that differs by store",
    r"\w\s*\{\s*\.": "uses a map projection",
    r"`": "uses backticks",
    r"\*(?!\s*\d*\s*\.\.\s*\d)(?=[^\]]*\])": "has an unbounded path",
    r"-->|<--|--\(|\)--": "has a relationship without a type",
    r"\)\s*\)\s*(\{|\+|\*)": "uses a quantified path",
    r"\(\s*\)": "has an anonymous node",
}
_STRING = re.compile(r"'[^']*'")
_NODE = re.compile(r"\(\s*+([a-z]\w*+)?\s*+(?::\s*+([\w|]++))?\s*+(\{[^}]*+\})?\s*+\)")
_RELATIONSHIP = re.compile(r"(<?)-\[\s*+([a-z]\w*+)?\s*+(?::\s*+([\w|]++))?\s*+(\*[\d.\s]*+)?\s*+\]-(>?)")
_CLAUSE = re.compile(
    r"\b(OPTIONAL MATCH|MATCH|WHERE|WITH|RETURN|UNWIND|ORDER BY|LIMIT|UNION ALL|CALL)\b", re.IGNORECASE
)
#: Rows sorted by what ends in an id and cut off right before the RETURN, or before the one node that each is then looked up by.
_CUT = re.compile(r"\bORDER BY [^\n]*\b\w+[._]id( DESC)?\nLIMIT \$limit\n(MATCH \(\w+:\w+ \{id: [^{}\n]*\}\)\n)?$")
_PROPERTY = re.compile(r"\b([a-z]\w*)\.([A-Za-z_]\w*)")


@dataclass(frozen=True, slots=True)
class _Pattern:
    optional: bool
    text: str


def problems_of(query: Query) -> list[str]:
    """What in a query breaks the dialect; an empty list if nothing does."""
    labels = {param.name: "Person" for param in query.params if param.type == "label"}
    text = _STRING.sub("''", re.sub(r"//.*", "", query.text))
    plain = expand(text, labels)
    found: list[str] = [
        why for pattern, why in _FORBIDDEN.items() if re.search(pattern, re.sub(r"ON_DAY|STATUS", "", plain))
    ]
    found += _of_parameters(query, plain)
    found += _of_patterns(query, text, labels)
    found += _of_names(plain)
    found += _of_result(query, plain)
    return found


def _of_parameters(query: Query, plain: str) -> Iterator[str]:
    used = set(re.findall(r"\$(\w+)", plain))
    declared = {param.name for param in query.params if param.type != "label"}
    yield from (f"uses undeclared ${name}" for name in sorted(used - declared))
    yield from (f"never uses ${name}" for name in sorted(declared - used))
    limit = query.param("limit")
    if limit is None or limit.required or not limit.max:
        yield "has no limit with a default and a max"


def _of_patterns(query: Query, text: str, labels: dict[str, str]) -> Iterator[str]:
    schema = ontology()
    bound: set[str] = set(re.findall(r"\bAS (\w+)", text))
    tested = set(re.findall(r"ON_DAY\((\w+)\)", text))
    for pattern in _patterns(expand(text, labels)):
        if re.search(r"[)\]]\s*,\s*[(\w]", pattern.text):
            yield f"joins two patterns by a comma: {pattern.text}"
        nodes = list(_NODE.finditer(pattern.text))
        if not nodes:
            yield f"starts at nothing: {pattern.text}"
            continue
        first, label, keys = nodes[0][1], nodes[0][2], nodes[0][3] or ""
        started = first in bound or (bool(label) and ("$" in keys or bool(bound & set(re.findall(r"\w+", keys)))))
        if not started and (pattern.optional or query.cost == "keyed" or not label):
            yield f"does not start at what is bound: {pattern.text}"
        bound |= {node[1] for node in nodes if node[1]}
        for relationship in _RELATIONSHIP.finditer(pattern.text):
            left, name, types, length, right = relationship.groups()
            if not types:
                yield f"has a relationship without a type: {relationship[0]}"
                continue
            if (left == "<") == (right == ">") and not length and not _one_way(nodes, relationship):
                yield f"has a relationship without one direction: {relationship[0]}"
            dated = any(schema.edges[kind].dated for kind in types.split("|") if kind in schema.edges)
            shown = "*" in query.history or name in query.history
            if dated and not length and not shown and name not in tested:
                yield f"does not test the day of {relationship[0]}"
            if length and not re.search(r"all\(\w+ IN relationships\(\w+\) WHERE", text) and not shown:
                yield f"does not test the days along {relationship[0]}"
            if name:
                bound.add(name)


def _one_way(nodes: list[re.Match[str]], relationship: re.Match[str]) -> bool:
    """Whether a node of the label on the left is, by the ontology, always the source or always the target of each of the types."""
    label = next((node[2] for node in nodes if node.end() == relationship.start()), None)
    kinds = [ontology().edges[kind] for kind in relationship[3].split("|") if kind in ontology().edges]
    return bool(kinds) and all((label in kind.from_) != (label in kind.to) for kind in kinds)


def _of_names(plain: str) -> Iterator[str]:
    schema = ontology()
    aliases: set[str] = set()
    for _, label, _ in _NODE.findall(plain):
        yield from (f"names unknown label {part}" for part in label.split("|") if part and part not in schema.nodes)
    for _, name, types, _, _ in _RELATIONSHIP.findall(plain):
        yield from (f"names unknown type {part}" for part in types.split("|") if part and part not in schema.edges)
        aliases.add(name)
    aliases |= {name for name, label, _ in _NODE.findall(plain) if name}
    for alias, key in sorted(set(_PROPERTY.findall(plain))):
        if alias in aliases and key not in schema.properties:
            yield f"names unknown property {alias}.{key}"


def _of_result(query: Query, plain: str) -> Iterator[str]:
    elements = {name for name, _, _ in _NODE.findall(plain) if name}
    elements |= {name for _, name, _, _, _ in _RELATIONSHIP.findall(plain) if name}
    for result in _results(plain):
        items = [item.strip() for item in _top_level(result.items)]
        names = tuple(item.rpartition(" AS ")[2].strip() for item in items)
        if names != query.returns:
            yield f"returns {', '.join(names)}, its header says {', '.join(query.returns)}"
        yield from (f"gives a column the name of a variable: {name}" for name in names if name in elements)
        for item in items:
            value = item.rpartition(" AS ")[0].strip()
            bare = re.fullmatch(r"(?:collect\((?:DISTINCT )?)?(\w+)\)?", value)
            if bare and bare[1] in elements and bare[1] not in query.returns:
                yield f"returns an element: {item}"
        if not re.search(r"(^|_)id( DESC)?$", result.order.strip()) and not (query.order and result.cut):
            yield f"does not order by a unique key last: {result.order.strip() or 'no order'}"
        if result.limit.strip() != "$limit":
            yield "does not end in LIMIT $limit"


@dataclass(frozen=True, slots=True)
class _Result:
    items: str
    order: str
    limit: str
    #: Whether the rows were sorted by a unique key and cut off before they were widened to all columns.
    cut: bool


def _results(plain: str) -> Iterator[_Result]:
    """The results of the outermost query: one, or one a part of a UNION; those inside `CALL () { }` do not count."""
    outer = _without_blocks(plain)
    for part in re.split(r"\bUNION ALL\b", outer):
        before, _, tail = part.rpartition("RETURN ")
        rest, _, limit = tail.partition("LIMIT")
        items, _, order = rest.partition("ORDER BY")
        yield _Result(items.removeprefix("DISTINCT "), order, limit, _CUT.search(before) is not None)


def _without_blocks(plain: str) -> str:
    kept, depth = [], 0
    for piece in re.split(r"(CALL \([^)]*\) \{|\{|\})", plain):
        if piece.endswith("{"):
            depth += 1 if depth or piece.startswith("CALL") else 0
            inner = depth > 0
            kept.append("" if inner else piece)
        elif piece == "}":
            kept.append("" if depth else piece)
            depth -= 1 if depth else 0
        elif not depth:
            kept.append(piece)
    return "".join(kept)


def _patterns(plain: str) -> Iterator[_Pattern]:
    pieces = _CLAUSE.split(plain)
    for word, body in zip(pieces[1::2], pieces[2::2], strict=True):
        if word.upper().endswith("MATCH"):
            yield _Pattern(word.upper().startswith("OPTIONAL"), " ".join(body.split()))


def _top_level(items: str) -> list[str]:
    found, depth, start = [], 0, 0
    for place, character in enumerate(items):
        depth += (character in "([{") - (character in ")]}")
        if character == "," and depth == 0:
            found.append(items[start:place])
            start = place + 1
    return [*found, items[start:]]
