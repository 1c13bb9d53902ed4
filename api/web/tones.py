"""How codes look and what tables are called. The word itself always stands beside the colour."""

from __future__ import annotations

from core.settings import Language
from graph.ontology import ontology

_TONES = {
    "good": ("certain", "listed", "confirmed", "principal", "stated"),
    "note": ("presumed", "succession", "function", "unit", "as_printed", "outside", "sighted", "inferred", "info",
             "nominated", "designate", "acting", "in_charge", "concurrent", "seconded", "probation", "assisting"),
    "doubt": ("possible", "stale", "check", "moved", "pending_approval", "pending_unit", "unknown", "warning"),
    "wrong": ("vacant", "error"),
}  # fmt: skip
_BY_CODE = {code: name for name, codes in _TONES.items() for code in codes}


def tone(code: str) -> str:
    """The tone of a code; plain for printed words."""
    return _BY_CODE.get(code, "plain")


def table_name(table: str, language: Language) -> str:
    """What a table of statements is called; its own name if nobody named it."""
    return ontology().value_caption("table", table, language=language)


#: How a name came to be, as `KNOWN_AS` says it.
_NAME_KINDS = {
    "full": ("全称", "full name"), "abbreviation": ("简称", "short name"), "nameplate": ("挂牌", "nameplate"),
    "former": ("原名", "former name"), "printed": ("文件所印", "as printed"),
}  # fmt: skip


def name_kind(code: str, language: Language) -> str:
    """What a kind of name is called; printed words (以下简称) stand as they are."""
    zh, en = _NAME_KINDS.get(code, (code, code))
    return zh if language == "zh" else en
