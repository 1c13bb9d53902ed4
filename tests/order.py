"""In which order processes take the tests: what takes long begins first, and one process has all that needs the one costly server.

pytest-xdist (`--dist worksteal`) gives each process a stretch of the list, and one that has done its own takes from the end of another's.
So a stretch begins with what takes long and ends with what is quickly done and quickly given away.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, islice

import pytest

#: Takes seconds a test, without being marked as slow one by one.
_LONG = (
    "tests/api/test_contract.py", "tests/benchmark/", "tests/browser/", "tests/faults/", "tests/fuzz/", "tests/test_patterns.py",
)  # fmt: skip
#: Many tests, each done at once.
_SHORT = ("tests/core/", "tests/loaders/")


def for_processes(items: Sequence[pytest.Item], processes: int) -> list[pytest.Item]:
    """The same tests: of the stretches of so many processes the first begins with what needs Neo4j, the others with what takes long."""
    server: list[pytest.Item] = []
    long: list[pytest.Item] = []
    others: list[pytest.Item] = []
    short: list[pytest.Item] = []
    for item in items:
        if item.get_closest_marker("neo4j"):
            server.append(item)
        elif item.get_closest_marker("slow") or item.nodeid.startswith(_LONG):
            long.append(item)
        else:
            (short if item.nodeid.startswith(_SHORT) else others).append(item)
    if processes < 2:
        return [*server, *long, *others, *short]
    heads = [server, *_parts(long, processes - 1)]
    middles = _parts(others, processes)
    lengths = [len(part) for part in _parts(items, processes)]
    stretches, left = [], iter(short)
    for head, middle, length in zip(heads, middles, lengths, strict=True):
        filling = max(0, length - len(head) - len(middle))
        stretches.append([*head, *middle, *islice(left, filling)])
    return [*chain.from_iterable(stretches), *left]


def _parts(items: Sequence[pytest.Item], number: int) -> list[Sequence[pytest.Item]]:
    """Stretches as the scheduler cuts them: of what is left, so much for each that is left."""
    parts, begin = [], 0
    for left in range(number, 0, -1):
        end = begin + (len(items) - begin) // left
        parts.append(items[begin:end])
        begin = end
    return parts
