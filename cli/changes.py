"""The change feed on the command line: `changes`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cli.context import settings_of
from cli.output import AsJson, Lang, Place, form_of

if TYPE_CHECKING:
    from graph.changes import Feed
    from queries.answers.sheets import Words


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
    from queries.answers.feed import feed_sheet
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
        form.show([feed_sheet(found, words)])


def _atom(found: Feed, words: Words, moment: str) -> str:
    from hashlib import blake2b

    from feedgen.feed import FeedGenerator

    from queries.answers.feed import cause, change, days, relation

    made = FeedGenerator()
    made.id(f"urn:dutygraph:ledger:{found.since}")
    made.title(words.say("账本变化", "What the ledger changed"))
    made.author(name="Dutygraph")
    made.language("zh-CN" if words.language == "zh" else "en")
    made.updated(moment)
    for each in found.events:
        entry = made.add_entry(order="append")
        entry.id(f"urn:dutygraph:change:{blake2b(repr(each).encode(), digest_size=16).hexdigest()}")
        told = (cause(each, words), change(each, words), each.subject_name, relation(each, words), each.object_name)
        entry.title(_xml(" ".join(told)))
        entry.updated(moment)
        span = f"{days(each.days_before, words)} → {days(each.days, words)}"
        entry.content(_xml(words.join((span, "、".join(each.papers)))))
    feed: bytes = made.atom_str(pretty=True)
    return feed.decode("utf-8")


def _xml(text: str) -> str:
    """What XML can hold; a name off a damaged page may hold more."""
    return "".join(
        each if each in "\t\n\r" or (each >= " " and each not in "\ufffe\uffff") else "\ufffd" for each in text
    )
