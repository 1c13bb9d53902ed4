"""Events are one line each, whatever stands in a value."""

from __future__ import annotations

import json
import logging

from core.logs import EventFormatter, logger


def _record(value: str) -> logging.LogRecord:
    record = logging.makeLogRecord({"msg": "document.loaded", "levelname": "INFO", "name": "dutygraph.loaders"})
    record.doc = value
    return record


def test_a_line_break_in_a_value_forges_no_line() -> None:
    line = EventFormatter(as_json=False).format(_record("甲政发〔2031〕4号\n2031-01-01 error forged"))
    assert "\n" not in line
    assert "document.loaded" in line


def test_json_lines_hold_the_fields() -> None:
    event = json.loads(EventFormatter(as_json=True).format(_record("甲政发〔2031〕4号")))
    assert event["event"] == "document.loaded"
    assert event["doc"] == "甲政发〔2031〕4号"


def test_a_room_logs_under_the_root() -> None:
    assert logger("graph").name == "dutygraph.graph"
