"""The change feed of the ledger in words: by which cause a fact is new, holds over other days, or is gone."""

from __future__ import annotations

from graph.changes import Event, Feed
from queries.answers.model import Coded
from queries.answers.sheets import Line, Sheet, Words

_CAUSES = {
    "world": ("新文件所载变动", "the world changed"), "paper": ("补读较早文件", "an older paper was read"),
    "reading": ("读法或认定更正", "a reading was corrected"),
}  # fmt: skip
_KINDS = {"added": ("新增", "new"), "changed": ("起止改变", "other days"), "removed": ("不再成立", "gone")}


def feed_sheet(found: Feed, words: Words) -> Sheet:
    """The feed as a table."""
    columns = (("缘由", "cause"), ("变化", "change"), ("谁", "who"), ("关系", "relation"), ("对象", "what"), ("此前", "before"),
               ("此后", "after"), ("文件", "papers"))  # fmt: skip
    lines = tuple(
        Line(
            (cause(each, words), change(each, words), each.subject_name, relation(each, words), each.object_name,
             days(each.days_before, words), days(each.days, words), "、".join(each.papers))
        )
        for each in found.events
    )  # fmt: skip
    facts = ((words.say("账本", "ledger"), f"{found.since} → {found.until}"),)
    notes = () if lines else (words.say("没有变化。", "Nothing changed."),)
    heads = tuple(words.say(*each) for each in columns)
    return Sheet(words.say("账本变化", "What the ledger changed"), facts, heads, lines, (), notes)


def cause(each: Event, words: Words) -> str:
    """Why: the world, an older paper, a corrected reading."""
    return words.say(*_CAUSES[each.cause])


def change(each: Event, words: Words) -> str:
    """What became of the fact."""
    return words.say(*_KINDS[each.kind])


def relation(each: Event, words: Words) -> str:
    """The relation with its printed word; of a task's answer the verdict."""
    if each.type == "ANSWERED_BY":
        return words.code(Coded.of("verdict", each.word))
    return words.join((words.code(Coded.edge(each.type)), each.word))


def days(span: tuple[str, str, str, str] | None, words: Words) -> str:
    """From when to when, as far as it is known."""
    if span is None:
        return ""
    start, end = span[0] or span[2], span[3] or span[1]
    return words.say(f"{start or '？'} 至 {end or '今'}", f"{start or '?'} – {end or 'now'}")
