"""The words for what became of a fact and for how two things belong together: the same on paper, on the command line and on the pages."""

from __future__ import annotations

#: Codes of changes, directions and relations that are no names of the ontology.
CHANGES: dict[str, tuple[str, str]] = {
    "added": ("开始", "began"), "ended": ("结束", "ended"), "joined": ("加入", "joined"), "left": ("离开", "left"), "turned": ("改变", "turned"),
    "out": ("引用", "cites"), "in": ("被引用", "cited by"), "HAS_SUBGROUP": ("下设", "has the subgroup"),
    "CAME_FROM": ("前身", "came from"), "charge": ("现有", "has"), "task": ("任务", "task"), "seat": ("席位", "seat"),
    "named": ("文件所列", "named in the paper"), "answers": ("当日负责", "answers that day"),
}  # fmt: skip


def year_taken(year: int) -> tuple[str, str]:
    """That a month or a day without its year was taken to be of one, in both languages."""
    return (
        f"问题没有写年份，按所见文件最近的 {year} 年回答。",
        f"No year is said: answered for {year}, the last that the papers seen tell of.",
    )
