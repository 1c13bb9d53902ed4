"""How codes look and what tables are called. The word itself always stands beside the colour."""

from __future__ import annotations

from core.settings import Language

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


#: The tables at the waist, as a reader of papers calls them.
_TABLES = {
    "documents": ("文件", "paper"), "issues": ("公报期次", "gazette issue"), "citations": ("引用", "citations"),
    "portfolios": ("领导分工", "division of work"), "discharges": ("不再分管", "taken off a desk"),
    "ab_pairs": ("AB角", "stand-ins"), "groups": ("议事协调机构", "groups"),
    "successions": ("递补条款", "succession clauses"), "memberships": ("组成人员", "members"), "posts": ("职务", "posts"),
    "appointments": ("任免", "appointments"), "aliases": ("简称、挂牌", "other names"), "lineage": ("沿革", "lineage"),
    "tasks": ("任务", "tasks"), "emergency_plans": ("预案目录", "emergency plans"), "duties": ("职责", "duties"),
    "indicators": ("考核指标", "indicators"), "phases": ("阶段", "phases"), "targets": ("目标", "targets"),
    "subsidies": ("奖补", "subsidies"), "events": ("活动", "events"), "group_rules": ("组成规定", "rules of groups"),
    "response_levels": ("响应等级", "response levels"), "periods": ("周期", "periods"),
}  # fmt: skip


def table_name(table: str, language: Language) -> str:
    """What a table of statements is called; its own name if nobody named it."""
    zh, en = _TABLES.get(table, (table, table))
    return zh if language == "zh" else en


#: How a name came to be, as `KNOWN_AS` says it.
_NAME_KINDS = {
    "full": ("全称", "full name"), "abbreviation": ("简称", "short name"), "nameplate": ("挂牌", "nameplate"),
    "former": ("原名", "former name"), "printed": ("文件所印", "as printed"),
}  # fmt: skip


def name_kind(code: str, language: Language) -> str:
    """What a kind of name is called; printed words (以下简称) stand as they are."""
    zh, en = _NAME_KINDS.get(code, (code, code))
    return zh if language == "zh" else en
