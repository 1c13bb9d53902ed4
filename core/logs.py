"""Event logs: a name and fields, never prose. Names of people stay out of INFO and above."""

from __future__ import annotations

import json
import logging
import sys

from core.settings import Settings

ROOT = "dutygraph"
_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class EventFormatter(logging.Formatter):
    """Writes `time level event key=value …`, or one JSON object a line."""

    def __init__(self, *, as_json: bool) -> None:
        super().__init__()
        self._as_json = as_json

    def format(self, record: logging.LogRecord) -> str:
        fields = {key: value for key, value in vars(record).items() if key not in _STANDARD}
        head = {"time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S"), "level": record.levelname.lower()}
        event = {**head, "event": record.getMessage(), **fields}
        if record.exc_info:
            event["traceback"] = self.formatException(record.exc_info)
        if self._as_json:
            return json.dumps(event, ensure_ascii=False, default=str)
        words = [event.pop("time"), event.pop("level"), event.pop("event")]
        # A line break inside a value would forge a log line of its own.
        return " ".join([*words, *(f"{key}={str(value)!r}" for key, value in event.items())])


def logger(room: str) -> logging.Logger:
    """The logger of a room, e.g. `logger("loaders")`; log as `log.info("document.loaded", extra={…})`."""
    return logging.getLogger(f"{ROOT}.{room}")


def configure(settings: Settings) -> None:
    """Send events to standard error as the settings say. Called once, by the command line or the API."""
    root = logging.getLogger(ROOT)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(EventFormatter(as_json=settings.log_json))
    root.handlers = [handler]
    root.setLevel(settings.log_level.upper())
    root.propagate = False
