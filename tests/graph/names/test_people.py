from __future__ import annotations

import pytest

from graph.names.data import position_classes, short_names, surnames, usual_bodies
from graph.names.people import surname_of, suspicion


@pytest.mark.parametrize(
    ("name", "surname"),
    [("周正", "周"), ("欧阳明", "欧阳"), ("令狐平", "令狐"), ("訾永斌", "訾"), ("额登毕力格", ""), ("邬尚均", "邬")],
)
def test_a_surname_is_found(name: str, surname: str) -> None:
    assert surname_of(name) == surname


@pytest.mark.parametrize("name", ["撤飞鹏", "柔强", "莎莎"])
def test_a_name_without_a_surname_is_doubted_with_a_reason(name: str) -> None:
    doubt = suspicion(name)
    assert doubt is not None
    assert name in doubt.reason


@pytest.mark.parametrize("name", ["程飞鹏", "栗芳", "石七林", "车宪法", "额登毕力格", "阿依努尔·沙吾提", "那仁满都拉"])
def test_usual_names_and_names_of_other_peoples_are_not_doubted(name: str) -> None:
    assert suspicion(name) is None


def test_reference_tables_are_read_and_agree() -> None:
    assert len(surnames()) > 500
    assert set(position_classes().values()) == {"sole", "many", "rank"}
    assert not any(position.startswith("副") for position, kind in position_classes().items() if kind == "sole")
    assert all(full in usual_bodies() for names in short_names().values() for full in names)
