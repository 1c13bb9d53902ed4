"""A query file: its header, its parameters, its text, and the two macros for time.

    // id: tasks/who-is-responsible
    // title: 谁负责这项任务 | Who is responsible for a task
    // question: 某日，这项任务由谁负责？ | Who answers for this task on a day?
    // params: task (id Task, required), on (date = today), limit (int = 20, max 200)
    // returns: task, verdict, evidence
    // cost: keyed
    // history: r        (optional: edges shown over all time, on purpose; `*` for all)
    // order: part, id   (optional: how the rows are sorted that come together from a UNION, or were cut off before they were widened)
    // total: yes        (optional: `order` tells any two rows apart, so that a store sorts only what is cut off)
    // backends: embedded, neo4j   (optional: both)
    MATCH (t:Task {id: $task}) …

`ON_DAY(r)` stands for the test that an edge is not excluded on `$on`, `STATUS(r)` for how sure it is, `EVIDENCE(r)`
for its evidence or an empty list, `HELD(r)` for the columns of a fact (status, basis, days, evidence; the header says `held`),
`HELD_IN_MAP(r)` for the same inside a map, `PLACED` inside a node for `{jurisdiction: $jurisdiction}` if one is given (so
that a list of one place starts at the index) and for nothing if none is, `FIRST(p BY p.name, p.id)` for the nodes that come first
in an order in which the rows come too (`Query.windowed`), `LABEL($kind)` for the label given as a parameter of type `label`, `ANY_EDGE` for
all edge types. They are expanded here, from `graph.days` and the ontology, and nowhere else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from core.errors import ConfigError, InputError, UsageError
from core.settings import Language
from graph.days import checked_day, on_day_test, status_case, today
from graph.ontology import ontology
from graph.stores.store import Value

ParamType = Literal["id", "ids", "string", "date", "int", "number", "label"]
#: What a parameter is bound to.
Bound: TypeAlias = str | int | float | list[str]
Cost = Literal["keyed", "scan"]

#: The columns that `held` in a header and `HELD(r)` in a text stand for.
HELD = (
    "status", "basis", "valid_from", "valid_to", "possible_from", "possible_to", "evidence", "because_of", "ended_by",
)  # fmt: skip

_FIELDS = ("id", "title", "question", "params", "returns", "cost")
_OPTIONAL = ("history", "order", "total", "backends")
_ID = re.compile(r"[a-z]+/[a-z][a-z-]*")
_NAME = re.compile(r"[a-z][a-z_]*")
_PARAM = re.compile(r"([a-z][a-z_]*) \(([^)]*)\)(?:, |$)")
#: How the rows of a part of a query are sorted before they are cut off.
_SORTED = re.compile(r"^ORDER BY [^\n]*\n(?=LIMIT \$limit$)", re.MULTILINE)
_LONGEST = 500
#: Ids one call may name; evidence of a whole roster stays far below.
MAX_IDS = 10_000


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter: its type, the labels an id may have, its default (None: required), its largest value."""

    name: str
    type: ParamType
    kinds: tuple[str, ...] = ()
    default: str | int | float | None = None
    max: int = 0

    @property
    def required(self) -> bool:
        """Whether it must be given."""
        return self.default is None

    def value(self, given: Value) -> Bound:
        """The value to bind: `given` checked and converted. Raises `UsageError` or `InputError` (a bad date)."""
        if self.type in ("int", "number"):
            return self._number(given)
        if self.type == "ids":
            return self._ids(given)
        if not isinstance(given, str) or len(given) > _LONGEST:
            raise self._refused(given, "文字 | a text")
        if self.type == "date":
            return today() if given == "today" else checked_day(given)
        if self.type == "id" and not given.strip():
            raise self._refused(given, "标识 | an id")
        if self.type == "label" and given not in ontology().nodes:
            raise self._refused(given, ", ".join(ontology().nodes))
        return given

    def _ids(self, given: Value) -> list[str]:
        items = given.split(",") if isinstance(given, str) else given
        if not isinstance(items, list) or len(items) > MAX_IDS:
            raise self._refused(len(items) if isinstance(items, list) else given, f"ids, ≤ {MAX_IDS}")
        return list(dict.fromkeys(item for item in items if isinstance(item, str) and item))

    def _number(self, given: Value) -> int | float:
        try:
            if isinstance(given, bool) or not isinstance(given, str | int | float):
                raise ValueError
            number = int(given) if self.type == "int" else float(given)
        except (ValueError, OverflowError):
            raise self._refused(given, "数 | a number") from None
        if number < 0 or (self.max and number > self.max):
            raise self._refused(given, f"0–{self.max}" if self.max else "≥ 0")
        return number

    def _refused(self, given: Value, wanted: str) -> UsageError:
        return UsageError(f"参数不合适 | {self.name}: {given!r}", remedy=f"{self.name}: {wanted}", code="BAD-PARAMETER")


@dataclass(frozen=True, slots=True)
class Query:
    """One file of the catalogue."""

    id: str
    title: str
    title_en: str
    question: str
    question_en: str
    params: tuple[Param, ...]
    returns: tuple[str, ...]
    cost: Cost
    text: str  # as written, without the header
    history: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    total: bool = False
    backends: tuple[str, ...] = ("embedded", "neo4j")

    def param(self, name: str) -> Param | None:
        """The parameter of that name."""
        return next((param for param in self.params if param.name == name), None)

    def title_in(self, language: Language) -> str:
        """The title in one language."""
        return self.title if language == "zh" else self.title_en

    @property
    def windowed(self) -> bool:
        """Whether its rows come in the order of the nodes they start at, so that those of the first nodes are the first rows."""
        return "FIRST(" in self.text

    def cypher(
        self, labels: dict[str, str] | None = None, *, placed: bool = False, first: bool = False, loose: bool = False
    ) -> str:
        """The text a store runs. `labels` are the values of parameters of type `label`, checked by the ontology.

        `first`: only from the first `$first` nodes of a query that is windowed. `loose`: rows in any order, so that those that are cut
        off are any.
        """
        text = _SORTED.sub("", self.text) if loose else self.text
        return expand(text, labels or {}, placed=placed, first=first)

    def counting(self, labels: dict[str, str] | None = None) -> str:
        """The text that counts the nodes a windowed query starts at, over all places."""
        before, _, behind = self.text.partition("FIRST(")
        return f"{expand(before, labels or {})}RETURN count({behind.partition(' ')[0]}) AS count"

    def bind(self, given: dict[str, Value]) -> dict[str, Bound]:
        """All parameters with their values. Raises `UsageError` for one that is unknown, missing or unfit."""
        strangers = sorted(set(given) - {param.name for param in self.params})
        if strangers:
            names = ", ".join(param.name for param in self.params)
            raise UsageError(
                f"没有这个参数 | no parameter {strangers[0]} in {self.id}", remedy=names, code="BAD-PARAMETER"
            )
        bound: dict[str, Bound] = {}
        for param in self.params:
            value = given.get(param.name, param.default)
            if value is None:
                raise UsageError(f"{self.id} 需要参数 | needs the parameter: {param.name}", code="MISSING-PARAMETER")
            bound[param.name] = param.value(value)
        return bound


def expand(text: str, labels: dict[str, str], *, placed: bool = False, first: bool = False) -> str:
    """The text with its macros written out; `placed` says that a jurisdiction is given, `first` that `$first` is."""
    text = re.sub(
        r"\bFIRST\((\w+) BY ([\w., ]+)\)", r"WITH \1\nORDER BY \2\nLIMIT $first" if first else r"WITH \1", text
    )
    text = re.sub(r" PLACED\b", " {jurisdiction: $jurisdiction}" if placed else "", text)
    text = re.sub(r"\bHELD\((\w+)\)", lambda found: ", ".join(f"{v} AS {k}" for k, v in _held(found[1])), text)
    text = re.sub(r"\bHELD_IN_MAP\((\w+)\)", lambda found: ", ".join(f"{k}: {v}" for k, v in _held(found[1])), text)
    text = re.sub(r"\bON_DAY\((\w+)\)", lambda found: f"({on_day_test(found[1])})", text)
    text = re.sub(r"\bSTATUS\((\w+)\)", lambda found: f"({status_case(found[1])})", text)
    text = re.sub(r"\bEVIDENCE\((\w+)\)", lambda found: f"coalesce({found[1]}.evidence, [])", text)
    text = re.sub(r"\bLABEL\(\$(\w+)\)", lambda found: ontology().label(labels[found[1]]), text)
    return re.sub(r"\bANY_EDGE\b", "|".join(sorted(ontology().edges)), text)


def _held(alias: str) -> list[tuple[str, str]]:
    lists = ("evidence", "because_of", "ended_by")
    plain = {key: f"coalesce({alias}.{key}, [])" if key in lists else f"{alias}.{key}" for key in HELD}
    return list({**plain, "status": f"STATUS({alias})"}.items())


def parse(source: str, *, path: str) -> Query:
    """The query in a file. Raises `ConfigError` naming the file and what its header lacks."""
    head: dict[str, str] = {}
    lines = source.splitlines()
    while lines and lines[0].startswith("//"):
        key, _, value = lines.pop(0)[2:].partition(":")
        head[key.strip()] = value.strip()
    missing = [field for field in _FIELDS if not head.get(field) and field != "params"]
    strangers = [field for field in head if field not in _FIELDS + _OPTIONAL]
    if missing or strangers or "params" not in head:
        raise _broken(path, f"header lacks {missing or 'params'}" if not strangers else f"header has {strangers}")
    title, _, title_en = head["title"].partition(" | ")
    question, _, question_en = head["question"].partition(" | ")
    if not title_en or not question_en or not _ID.fullmatch(head["id"]) or path != f"{head['id']}.cypher":
        raise _broken(path, "id is the path, title and question are `中文 | English`")
    if head["cost"] not in get_args(Cost):
        raise _broken(path, f"cost is one of {get_args(Cost)}")
    if head.get("total", "yes") != "yes" or ("total" in head and "order" not in head):
        raise _broken(path, "total is `yes`, and says that `order` tells any two rows apart")
    return Query(
        id=head["id"],
        title=title,
        title_en=title_en,
        question=question,
        question_en=question_en,
        params=_params(head["params"], path),
        returns=tuple(
            column for name in _names(head["returns"], path) for column in (HELD if name == "held" else (name,))
        ),
        cost="keyed" if head["cost"] == "keyed" else "scan",
        text="\n".join(lines).strip(),
        history=tuple(item.strip() for item in head.get("history", "").split(",") if item.strip()),
        order=_names(head["order"], path) if "order" in head else (),
        total="total" in head,
        backends=_names(head["backends"], path) if "backends" in head else ("embedded", "neo4j"),
    )


def _params(text: str, path: str) -> tuple[Param, ...]:
    found = list(_PARAM.finditer(text))
    if "".join(item[0] for item in found) != text:
        raise _broken(path, f"params are not `name (type, …), …`: {text}")
    return tuple(_param(item[1], item[2], path) for item in found)


def _param(name: str, description: str, path: str) -> Param:
    first, *rest = (part.strip() for part in description.split(","))
    declared, _, default = first.partition(" = ")
    kind, *labels = re.split(r"[ |]", declared)
    if kind not in get_args(ParamType):
        raise _broken(path, f"{name}: no such type: {kind}")
    largest = next((int(part.removeprefix("max ")) for part in rest if part.startswith("max ")), 0)
    if not default and "required" not in rest:
        raise _broken(path, f"{name} is neither required nor has a default")
    unknown = [label for label in labels if label not in ontology().nodes]
    if unknown:
        raise _broken(path, f"{name}: no such label: {unknown[0]}")
    param = Param(
        name=name,
        type=next(known for known in get_args(ParamType) if known == kind),
        kinds=tuple(labels),
        max=largest,
    )
    if not default:
        return param
    try:
        value = default if default == "today" else param.value("" if default == "''" else default)
    except (UsageError, InputError) as error:
        raise _broken(path, f"{name}: default {default} does not fit") from error
    if isinstance(value, list):
        raise _broken(path, f"{name}: a list has no default")
    return Param(name=name, type=param.type, kinds=param.kinds, default=value, max=largest)


def _names(text: str, path: str) -> tuple[str, ...]:
    names = tuple(item.strip() for item in text.split(","))
    bad = [name for name in names if not _NAME.fullmatch(name)]
    if bad:
        raise _broken(path, f"not a name: {bad}")
    return names


def _broken(path: str, what: str) -> ConfigError:
    return ConfigError(f"queries/{path}: {what}", code="QUERY")
