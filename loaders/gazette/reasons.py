"""Why a row is read with less than full confidence, in words a clerk understands (`doubts.yaml`, one entry a rule)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason in both languages."""

    zh: str
    en: str


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")

    zh: str
    en: str


def reason_for(rule: str) -> Reason:
    """The reason a rule gives for its doubt; of a rule the catalogue does not know, the general one."""
    known = catalogue()
    return known.get(rule, known["*"])


@cache
def catalogue() -> dict[str, Reason]:
    """All reasons by rule id, `*` for any other rule."""
    text = (Path(__file__).parent / "doubts.yaml").read_text(encoding="utf-8")
    entries = TypeAdapter(dict[str, _Entry]).validate_python(yaml.safe_load(text))
    return {rule: Reason(entry.zh, entry.en) for rule, entry in entries.items()}
