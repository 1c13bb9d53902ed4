"""Several processes take the same tests as one, each a stretch that begins with what takes long."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import pytest

from tests.order import for_processes


@dataclass(frozen=True)
class Item:
    """What the order looks at."""

    nodeid: str
    marks: tuple[str, ...] = ()

    def get_closest_marker(self, name: str) -> str | None:
        return name if name in self.marks else None


TESTS = [
    *(Item(f"tests/api/test_a.py::test_{number}") for number in range(6)),
    *(Item(f"tests/faults/test_b.py::test_{number}") for number in range(3)),
    *(Item(f"tests/graph/test_c.py::test_{number}", ("neo4j", "slow")) for number in range(2)),
    *(Item(f"tests/loaders/test_d.py::test_{number}") for number in range(30)),
    Item("tests/loaders/test_e.py::test", ("slow",)),
]


def ordered(processes: int) -> list[Item]:
    return cast("list[Item]", for_processes(cast("list[pytest.Item]", TESTS), processes))


@pytest.mark.parametrize("processes", [1, 2, 3, 4, 8, 60])
def test_each_test_is_taken_once(processes: int) -> None:
    assert sorted(item.nodeid for item in ordered(processes)) == sorted(item.nodeid for item in TESTS)


def test_of_two_stretches_one_begins_with_the_server_the_other_with_what_takes_long() -> None:
    items = ordered(2)
    one, other = items[: len(items) // 2], items[len(items) // 2 :]
    assert {item for item in items if "neo4j" in item.marks} == set(one[:2])
    assert [item.nodeid.partition("::")[0] for item in other[:4]] == ["tests/faults/test_b.py"] * 3 + [
        "tests/loaders/test_e.py"
    ]
    for stretch in (one, other):
        assert len([item for item in stretch if item.nodeid.startswith("tests/api/")]) == 3
        assert stretch[-1].nodeid.startswith("tests/loaders/test_d.py")
