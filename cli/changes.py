"""The change feed on the command line: `changes`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cli.context import settings_of
from cli.output import AsJson, Lang, Place, form_of

if TYPE_CHECKING:
    from graph.changes import Event, Feed
    from queries.answers.sheets import Sheet, Words


def register(app: typer.Typer) -> None:
    """Add the command of this module to the application."""
    app.command("changes")(changes)


def changes(
    context: typer.Context,
    since: Annotated[
        str,
        typer.Option(metavar="N|YYYY-MM-DD", help="自账本哪一行、哪一天起 | Since a journal row or the end of a day."),
    ],
    until: Annotated[str, typer.Option(metavar="N|YYYY-MM-DD", help="到何时，默认现在 | Up to; default now.")] = "",
    jurisdiction: Place = "",
    as_json: AsJson = False,
    atom: Annotated[bool, typer.Option("--atom", help="输出 Atom | Print an Atom feed.")] = False,
    lang: Lang = "",
) -> None:
    """账本自某时以来图谱有何不同、因何不同；--json 一行一条 | What the graph says otherwise since then, and why; --json: one a line."""
    import json
    from dataclasses import asdict, replace

    from cli.tables import write_out
    from graph.changes import feed
    from graph.ledger.ledger import open_ledger
    from graph.past import row_of
    from queries.answers.sheets import Words

    settings = settings_of(context, language=lang)
    form = form_of(settings, as_json=as_json)
    with open_ledger(settings) as ledger:
        found = feed(ledger, row_of(ledger, since), row_of(ledger, until) if until else None)
        moment = ledger.time_of(found.until)
    if jurisdiction:
        found = replace(found, events=tuple(each for each in found.events if each.jurisdiction == jurisdiction))
    words = Words(form.language)
    if atom:
        write_out(_atom(found, words, moment))
    elif form.kind == "json":
        write_out("".join(json.dumps(asdict(each), ensure_ascii=False) + "\n" for each in found.events))
    else:
        form.show([_sheet(found, words)])


def _sheet(found: Feed, words: Words) -> Sheet:
    from queries.answers.sheets import Line, Sheet

    columns = (("缘由", "cause"), ("变化", "change"), ("谁", "who"), ("关系", "relation"), ("对象", "what"), ("此前", "before"),
               ("此后", "after"), ("文件", "papers"))  # fmt: skip
    lines = tuple(
        Line(
            (_cause(each, words), _kind(each, words), each.subject_name, _relation(each, words), each.object_name,
             _days(each.days_before, words), _days(each.days, words), "、".join(each.papers))
        )
        for each in found.events
    )  # fmt: skip
    facts = ((words.say("账本", "ledger"), f"{found.since} → {found.until}"),)
    notes = () if lines else (words.say("没有变化。", "Nothing changed."),)
    heads = tuple(words.say(*each) for each in columns)
    return Sheet(words.say("账本变化", "What the ledger changed"), facts, heads, lines, (), notes)


def _atom(found: Feed, words: Words, moment: str) -> str:
    from hashlib import blake2b

    from feedgen.feed import FeedGenerator

    made = FeedGenerator()
    made.id(f"urn:dutygraph:ledger:{found.since}")
    made.title(words.say("账本变化", "What the ledger changed"))
    made.author(name="Dutygraph")
    made.language("zh-CN" if words.language == "zh" else "en")
    made.updated(moment)
    for each in found.events:
        entry = made.add_entry(order="append")
        entry.id(f"urn:dutygraph:change:{blake2b(repr(each).encode(), digest_size=16).hexdigest()}")
        told = (_cause(each, words), _kind(each, words), each.subject_name, _relation(each, words), each.object_name)
        entry.title(_xml(" ".join(told)))
        entry.updated(moment)
        days = f"{_days(each.days_before, words)} → {_days(each.days, words)}"
        entry.content(_xml(words.join((days, "、".join(each.papers)))))
    feed: bytes = made.atom_str(pretty=True)
    return feed.decode("utf-8")


def _cause(each: Event, words: Words) -> str:
    captions = {
        "world": ("新文件所载变动", "the world changed"), "paper": ("补读较早文件", "an older paper was read"),
        "reading": ("读法或认定更正", "a reading was corrected"),
    }  # fmt: skip
    return words.say(*captions[each.cause])


def _kind(each: Event, words: Words) -> str:
    captions = {"added": ("新增", "new"), "changed": ("起止改变", "other days"), "removed": ("不再成立", "gone")}
    return words.say(*captions[each.kind])


def _relation(each: Event, words: Words) -> str:
    from queries.answers.model import Coded

    shown = Coded.of("verdict", each.word) if each.type == "ANSWERED_BY" else None
    return words.code(shown) if shown else words.join((words.code(Coded.edge(each.type)), each.word))


def _days(days: tuple[str, str, str, str] | None, words: Words) -> str:
    if days is None:
        return ""
    start, end = days[0] or days[2], days[3] or days[1]
    return words.say(f"{start or '？'} 至 {end or '今'}", f"{start or '?'} – {end or 'now'}")


def _xml(text: str) -> str:
    """What XML can hold; a name off a damaged page may hold more."""
    return "".join(
        each if each in "\t\n\r" or (each >= " " and each not in "\ufffe\uffff") else "\ufffd" for each in text
    )
