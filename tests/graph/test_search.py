"""Finding by name, alias, part, pinyin, traditional form, words and likeness."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import StoreCorruptError, UsageError
from graph.elements import Edge, Graph, Node
from graph.search import Hit, SearchIndex, build
from graph.search.spelling import characters, folded, latin, spellings


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    path = tmp_path_factory.mktemp("search") / "1.sqlite3"
    people = {
        "p1": "高明", "p2": "高明远", "p3": "单志强", "p4": "仇海", "p5": "朴正", "p6": "曾立", "p7": "区宁", "p8": "解放",
        "p9": "查文", "p10": "盖勇", "p11": "任重", "p12": "华安", "p13": "吕梁", "p14": "尉迟恭", "p15": "高鸣凤",
    }  # fmt: skip
    nodes = [Node("Person", key, {"name": name, "jurisdiction": "990101"}) for key, name in people.items()]
    nodes += [
        Node("Person", "q1", {"name": "高明", "jurisdiction": "990102"}),
        Node("Organisation", "o1", {"name": "区财政局", "jurisdiction": "990101"}),
        Node("Organisation", "o2", {"name": "区发展和改革委员会", "jurisdiction": "990101"}),
        Node("Name", "n1", {"name": "区发改委"}),
        Node("Group", "g1", {"name": "深化医药卫生体制改革领导小组", "jurisdiction": "990101"}),
        Node("Task", "t1", {"name": "开展知识产权质押融资", "text": "建立风险补偿资金池", "jurisdiction": "990101"}),
        Node("Task", "t2", {"name": "完善服务体系", "text": "推广知识产权质押融资产品", "jurisdiction": "990101"}),
        Node("Task", "t3", {"name": "建设人才公寓", "text": "为企业融资提供便利", "jurisdiction": "990101"}),
        Node(
            "Document",
            "d1",
            {"name": "关于调整领导分工的通知", "number": "丙政办发〔2031〕43号", "jurisdiction": "990101"},
        ),
        Node("Seat", "s1", {"name": "高明的席位"}),
    ]
    edges = [Edge("KNOWN_AS", "k1", "Organisation", "o2", "Name", "n1", {})]
    build(path, Graph.of(nodes, edges))
    return SearchIndex(path)


def first(hits: list[Hit]) -> tuple[str, str]:
    return hits[0].id, hits[0].why


def test_a_full_name_beats_a_part_and_namesakes_are_all_listed(index: SearchIndex) -> None:
    hits = index.find("高明", kinds=["Person"])
    assert [(hit.id, hit.why) for hit in hits[:3]] == [("p1", "name"), ("q1", "name"), ("p2", "part")]
    assert [hit.id for hit in index.find("高明", jurisdiction="990102")] == ["q1"]


def test_an_alias_finds_its_owner(index: SearchIndex) -> None:
    assert first(index.find("区发改委")) == ("o2", "alias")


def test_a_document_is_found_by_its_number_however_the_brackets_are_typed(index: SearchIndex) -> None:
    assert first(index.find("丙政办发[2031]43号")) == ("d1", "alias")


def test_a_part_of_a_name_finds_it(index: SearchIndex) -> None:
    assert first(index.find("医药卫生")) == ("g1", "part")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("shanzhiqiang", "p3"), ("danzhiqiang", "p3"), ("qiuhai", "p4"), ("piaozheng", "p5"), ("zengli", "p6"), ("ouning", "p7"),
        ("xiefang", "p8"), ("zhawen", "p9"), ("geyong", "p10"), ("renzhong", "p11"), ("huaan", "p12"), ("lvliang", "p13"),
        ("lyuliang", "p13"), ("lüliang", "p13"), ("yuchigong", "p14"), ("Gao Ming Feng", "p15"), ("qucaizhengju", "o1"),
    ],
)  # fmt: skip
def test_pinyin_finds_a_name_with_the_readings_of_surnames(index: SearchIndex, typed: str, expected: str) -> None:
    assert first(index.find(typed)) == (expected, "pinyin")


def test_initials_find_names_after_whole_pinyin(index: SearchIndex) -> None:
    assert [hit.id for hit in index.find("gm", kinds=["Person"])][:2] == ["p1", "q1"]
    assert {hit.why for hit in index.find("gm")} == {"initials"}
    assert first(index.find("gaoming")) == ("p1", "pinyin")


def test_traditional_characters_find_simplified_names_and_texts(index: SearchIndex) -> None:
    assert first(index.find("開展知識產權質押融資")) == ("t1", "name")
    assert first(index.find("區財政局")) == ("o1", "name")


def test_free_text_finds_the_tasks_whose_name_or_text_holds_it(index: SearchIndex) -> None:
    hits = index.find("知识产权质押融资", kinds=["Task"])
    assert [(hit.id, hit.why) for hit in hits[:2]] == [("t1", "part"), ("t2", "text")]


def test_words_in_another_order_find_the_text(index: SearchIndex) -> None:
    assert first(index.find("融资质押", kinds=["Task"]))[1] == "words"
    assert {hit.id for hit in index.find("融资质押", kinds=["Task"])[:2]} == {"t1", "t2"}


def test_a_wrong_character_of_the_same_sound_still_finds_the_person(index: SearchIndex) -> None:
    assert ("p1", "sound") in [(hit.id, hit.why) for hit in index.find("高铭", kinds=["Person"])]


def test_a_slip_in_a_long_name_finds_what_is_alike(index: SearchIndex) -> None:
    assert first(index.find("深化医药卫生体制革改领导小组", kinds=["Group"])) == ("g1", "alike")


def test_scores_fall_and_stay_within_the_tier(index: SearchIndex) -> None:
    scores = [hit.score for hit in index.find("高明")]
    assert scores == sorted(scores, reverse=True)
    assert all(10 <= score < 100 for score in scores)


def test_what_means_nothing_finds_nothing(index: SearchIndex) -> None:
    assert index.find("") == []
    assert index.find("，。！") == []
    assert index.find("zzzz") == []


def test_operators_of_the_full_text_language_are_only_letters(index: SearchIndex) -> None:
    for text in ('高" OR "明', "高 NOT 明", "NEAR(高 明)", "高*", "characters : 高", "'; DROP TABLE names; --"):
        index.find(text)
    assert first(index.find("高明")) == ("p1", "name")


def test_an_unknown_kind_and_a_paste_are_refused(index: SearchIndex) -> None:
    with pytest.raises(UsageError):
        index.find("高明", kinds=["Seat"])
    with pytest.raises(UsageError):
        index.find("高" * 501)


def test_a_damaged_or_missing_index_says_rebuild(tmp_path: Path) -> None:
    broken = tmp_path / "1.sqlite3"
    broken.write_bytes(b"no database")
    for path in (broken, tmp_path / "none.sqlite3"):
        with pytest.raises(StoreCorruptError) as caught:
            SearchIndex(path).find("高明")
        assert caught.value.remedy == "dutygraph rebuild"


def test_spelling_helpers_fold_as_told() -> None:
    assert folded("东政办发〔2023〕43号") == folded("东政办发[2023]43号")
    assert characters("第7次AB角") == "第 7 次 ab 角"
    assert latin("gao'ming") == "gaoming"
    assert latin("高明") == ""
    assert spellings("单于安", person=True)[0] == ("chanyuan", "cya")


def test_a_spoken_short_form_finds_the_full_name(index: SearchIndex) -> None:
    hits = index.find("医改", kinds=["Group"])
    assert [(hit.name, hit.why) for hit in hits] == [("深化医药卫生体制改革领导小组", "short")]
    assert index.find("改医", kinds=["Group"]) == []


def test_an_id_leads_to_its_entity(index: SearchIndex) -> None:
    hit = index.get("g1")
    assert hit is not None
    assert (hit.kind, hit.name) == ("Group", "深化医药卫生体制改革领导小组")
    assert index.get("s1") is None
