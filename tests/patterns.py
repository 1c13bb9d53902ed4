"""Every regular expression of the rooms that read, how it is used, and strings that would like to make it slow."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from re import _constants as codes
from re import _parser as parser
from types import ModuleType
from typing import Any, Literal

import core
import graph
import loaders
import queries

Use = Literal["match", "fullmatch", "search"]

_ROOMS: tuple[ModuleType, ...] = (core, graph, loaders, queries)
#: Alembic runs this module itself, with its own context.
_NOT_IMPORTED = ("graph.ledger.migrations.env",)
_USES: dict[str, Use] = {
    "match": "match", "fullmatch": "fullmatch", "search": "search", "finditer": "search", "findall": "search",
    "sub": "search", "subn": "search", "split": "search",
}  # fmt: skip
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
_CATEGORY = {
    codes.CATEGORY_DIGIT: ("1", r"\d"), codes.CATEGORY_NOT_DIGIT: ("人", r"\D"), codes.CATEGORY_SPACE: (" ", r"\s"),
    codes.CATEGORY_NOT_SPACE: ("人", r"\S"), codes.CATEGORY_WORD: ("人", r"\w"), codes.CATEGORY_NOT_WORD: ("，", r"\W"),
}  # fmt: skip
#: What no pattern expects: a match of all that stands before it fails here.
_STRANGE = "\x01"


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern, where it stands, and its dearest use: a search begins anew at every place."""

    where: str
    pattern: re.Pattern[str]
    use: Use

    def run(self, text: str) -> None:
        """Use it on a text as the code does."""
        if self.use == "match":
            self.pattern.match(text)
        elif self.use == "fullmatch":
            self.pattern.fullmatch(text)
        else:
            for _ in self.pattern.finditer(text):
                pass


def every_pattern() -> list[Found]:
    """All compiled patterns that modules hold, alone or in tables and records, and those written at the place of use.

    The use of a pattern that a module names is read off the module; of any other it is taken to be a search.
    """
    found: dict[tuple[str, int], Found] = {}
    for room in _ROOMS:
        for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            if module.name not in _NOT_IMPORTED:
                for each in _in_module(importlib.import_module(module.name)):
                    key = each.pattern.pattern, each.pattern.flags
                    if key not in found or each.use == "search":
                        found[key] = each
    return list(found.values())


def _in_module(module: ModuleType) -> Iterator[Found]:
    tree = ast.parse(Path(module.__file__ or "").read_text(encoding="utf-8"))
    uses: dict[str, set[Use]] = defaultdict(set)
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
        ):
            owner, use = node.func.value.id, _USES.get(node.func.attr)
            if use is not None:
                uses[owner].add(use)
            if owner == "re" and use and node.args and isinstance(node.args[0], ast.Constant):
                text = node.args[0].value
                if isinstance(text, str):
                    yield Found(f"{module.__name__}:{node.lineno}", re.compile(text), use)
    for name, value in vars(module).items():
        for pattern in _patterns_in(value, 0):
            known = uses[name]
            dearest: Use = "search" if not known or "search" in known else "match" if "match" in known else "fullmatch"
            yield Found(f"{module.__name__}.{name}", pattern, dearest)


def _patterns_in(value: object, depth: int) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif depth < 4 and isinstance(value, dict):
        for pair in value.items():
            yield from _patterns_in(pair, depth + 1)
    elif depth < 4 and isinstance(value, list | tuple | set | frozenset):
        for item in value:
            yield from _patterns_in(item, depth + 1)
    elif depth < 4 and is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _patterns_in(getattr(value, field.name, None), depth + 1)


# --- attacks --------------------------------------------------------------------------------------------------------


def seeds(pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    """What is worth trying: before each repetition a text that leads to it, then its body, to be written over and over;
    each character of the pattern's own alphabet; and a whole match."""
    tree = parser.parse(pattern.pattern, pattern.flags)
    found = dict.fromkeys(_repeats(tree, ""))
    found |= dict.fromkeys(("", character) for character in sorted(set(_sample(tree)))[:8])
    found |= dict.fromkeys([("", _sample(tree))])
    return [(before, body) for before, body in found if body]


def attack(seed: tuple[str, str], length: int) -> str:
    """A text of about `length` characters that grows out of a seed and ends in what nothing matches."""
    before, body = seed
    return before + (body * (length // len(body) + 1))[:length] + _STRANGE


def _repeats(tree: Any, before: str) -> Iterator[tuple[str, str]]:
    """Each repetition of a pattern: a text for what stands before it, and texts for its body."""
    for operator, argument in tree:
        if operator in _REPEATS:
            _, most, body = argument
            if most > 8:
                yield from ((before, text) for text in dict.fromkeys([_sample(body), _sample(body, last=True)]))
            yield from _repeats(body, before)
        elif operator is codes.SUBPATTERN:
            yield from _repeats(argument[3], before)
        elif operator is codes.BRANCH:
            for branch in argument[1]:
                yield from _repeats(branch, before)
        elif operator in (codes.ASSERT, codes.ASSERT_NOT):
            yield from _repeats(argument[1], before)
        before += _part(operator, argument)


def _sample(tree: Any, *, last: bool = False) -> str:
    return "".join(_part(operator, argument, last=last) for operator, argument in tree)


def _part(operator: Any, argument: Any, *, last: bool = False) -> str:
    """A text that one part of a pattern takes, by its first or its last choice."""
    if operator is codes.LITERAL:
        return chr(argument)
    if operator is codes.ANY:
        return "人"
    if operator is codes.NOT_LITERAL:
        return "人" if argument != ord("人") else "事"
    if operator is codes.CATEGORY:
        return str(_CATEGORY[argument][0])
    if operator is codes.IN:
        return _member(argument, last=last)
    if operator in _REPEATS:
        least, most, body = argument
        return _sample(body, last=last) * int(max(least, 1 if most else 0))
    if operator is codes.SUBPATTERN:
        return _sample(argument[3], last=last)
    if operator is codes.ATOMIC_GROUP:
        return _sample(argument, last=last)
    if operator is codes.BRANCH:
        return _sample(argument[1][-1 if last else 0], last=last)
    return ""


def _member(items: Any, *, last: bool) -> str:
    if items[0][0] is codes.NEGATE:
        refused = re.compile(f"[{''.join(_as_written(*item) for item in items[1:])}]")
        return next((character for character in "人事a1 ，\n=\x02" if not refused.match(character)), "")
    operator, argument = items[-1 if last else 0]
    return chr(argument[1 if last else 0]) if operator is codes.RANGE else _part(operator, argument)


def _as_written(operator: Any, argument: Any) -> str:
    if operator is codes.RANGE:
        return f"{re.escape(chr(argument[0]))}-{re.escape(chr(argument[1]))}"
    return _CATEGORY[argument][1] if operator is codes.CATEGORY else re.escape(chr(argument))
