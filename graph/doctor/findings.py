"""What the doctor says: a finding with what it is about and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from graph.ontology import Caption

#: An error: something is lost, damaged or wrong. A warning: something waits or is out of date. A note: harmless, to be known.
Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of finding: how serious, in words, and the remedy."""

    severity: Severity
    words: Caption
    remedy: Caption


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found. `code` is a key of `KINDS`, `about` names the file, row or version."""

    code: str
    about: str = ""

    @property
    def kind(self) -> Kind:
        """Severity, words and remedy."""
        return KINDS[self.code]


def _kind(severity: Severity, zh: str, en: str, remedy_zh: str, remedy_en: str) -> Kind:
    return Kind(severity, Caption(zh=zh, en=en), Caption(zh=remedy_zh, en=remedy_en))


_REBUILD = ("dutygraph rebuild", "dutygraph rebuild")
_RESTORE = ("从备份恢复：dutygraph restore", "restore a backup: dutygraph restore")
_LOAD = ("再运行一次 dutygraph load", "run dutygraph load once more")

#: Every kind of finding. Codes are part of the contract of `doctor --json`.
KINDS: Final[dict[str, Kind]] = {
    "NO-LEDGER": _kind("error", "没有账本", "there is no ledger", "dutygraph load FILE，或从备份恢复", "dutygraph load FILE, or restore a backup"),
    "LEDGER-CORRUPT": _kind("error", "账本文件已损坏", "the ledger file is damaged", *_RESTORE),
    "LEDGER-NEWER": _kind("error", "账本由更新的版本写成", "the ledger was written by a newer version", "升级 Dutygraph", "upgrade Dutygraph"),
    "LEDGER-OLDER": _kind("note", "账本是旧版结构，下次打开时自动升级", "the ledger has an older form; it is migrated when next opened", "先备份：dutygraph backup", "make a backup first: dutygraph backup"),
    "JOURNAL-BROKEN": _kind("error", "流水账的行与各表不符", "rows of the journal and of the tables do not match", *_RESTORE),
    "READING-DOUBLE": _kind("error", "同一文件被同一规则读了两次", "a file has two standing readings by the same rules", "dutygraph rebuild --reread", "dutygraph rebuild --reread"),
    "ORIGINAL-MISSING": _kind("error", "原文件不见了", "an original is gone", "再次载入同一文件，或从备份恢复", "load the same file again, or restore a backup"),
    "ORIGINAL-CORRUPT": _kind("error", "原文件与收到时不同", "an original is not what was received", "再次载入同一文件，或从备份恢复", "load the same file again, or restore a backup"),
    "ORIGINAL-PURGED": _kind("error", "已清除的文件，原件仍在", "the bytes of a purged file are still there", "再运行一次 dutygraph purge", "run dutygraph purge once more"),
    "ORIGINAL-STRAY": _kind("note", "账本没有记载的原件（载入中断所留）", "an original the ledger does not name (a load was cut short)", *_LOAD),
    "ORIGINAL-UNFINISHED": _kind("note", "没有写完的原件（载入中断所留）", "an original not written to its end (a load was cut short)", "没有载入在运行时可以删除", "delete it while nothing is loading"),
    "FILE-WAITING": _kind("warning", "收到而未读完的文件", "a file was received and not read to its end", *_LOAD),
    "FILE-REFUSED": _kind("note", "读不了的文件", "a file that could not be read", "dutygraph rebuild --reread，或换一份", "dutygraph rebuild --reread, or give another copy"),
    "DECISION-ORPHANED": _kind("warning", "认定所指的记录已不在", "a decision's row is no longer there", "dutygraph review decisions", "dutygraph review decisions"),
    "GRAPH-NONE": _kind("warning", "还没有图谱", "there is no graph", "dutygraph load FILE；账本里已有文件时 dutygraph rebuild", "dutygraph load FILE; with papers in the ledger, dutygraph rebuild"),
    "GRAPH-POINTER": _kind("error", "图谱指针或目录已损坏", "the pointer to the graph, or its folder, is damaged", *_REBUILD),
    "GRAPH-CORRUPT": _kind("error", "图谱文件与写入时不同", "files of the graph are not as written", *_REBUILD),
    "GRAPH-UNAVAILABLE": _kind("error", "图谱打不开", "the graph cannot be opened", "检查 --store 与服务器", "check --store and the server"),
    "GRAPH-BEHIND": _kind("warning", "图谱落后于账本", "the graph is behind the ledger", *_REBUILD),
    "GRAPH-COUNTS": _kind("error", "图谱的点边数与账本不符", "the graph does not count what the ledger amounts to", *_REBUILD),
    "GRAPH-LEFT": _kind("note", "无人使用的旧图谱", "an old graph that nobody reads", *_REBUILD),
    "SEARCH-NONE": _kind("error", "缺少查找索引", "there is no search index", *_REBUILD),
    "SEARCH-CORRUPT": _kind("error", "查找索引已损坏", "the search index is damaged", *_REBUILD),
    "SEARCH-DIFFERS": _kind("error", "查找索引与图谱不符", "the search index does not match the graph", *_REBUILD),
    "PAST-CORRUPT": _kind("warning", "往日图谱已损坏", "a graph of a past day is damaged", "删除该文件夹，用到时重建", "delete its folder; it is built when asked for"),
    "AUDIT-CORRUPT": _kind("error", "写入记录已损坏", "the audit log is damaged", *_RESTORE),
    "DISK-LOW": _kind("warning", "剩余空间不足以再建一个图谱", "too little space to build another graph beside this one", "腾出空间", "free some space"),
}  # fmt: skip
