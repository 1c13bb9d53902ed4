from __future__ import annotations

from pathlib import Path

import yaml

from loaders.gazette.reasons import catalogue, reason_for

RULES = Path(__file__).resolve().parents[2] / "loaders" / "gazette" / "rules"


def test_every_rule_says_in_both_languages_why_it_may_be_wrong() -> None:
    ids = {rule["id"] for path in RULES.glob("*.yaml") for rule in yaml.safe_load(path.read_text(encoding="utf-8"))}
    assert len(ids) > 50
    assert ids <= set(catalogue())
    assert all(reason.zh and reason.en for reason in catalogue().values())


def test_a_rule_the_catalogue_does_not_know_has_the_general_reason() -> None:
    assert reason_for("no/such-rule") == catalogue()["*"]
    assert reason_for("task/table") != catalogue()["*"]
