"""The ledger and its originals: whole, consistent, and everything it names is there, once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from core.errors import StoreCorruptError
from core.settings import Settings
from graph.doctor.findings import Finding
from graph.ledger.database import HEAD
from graph.ledger.home import ledger_home
from graph.ledger.ledger import Ledger
from graph.ledger.originals import UNFINISHED, Originals


def ledger_file(settings: Settings) -> Iterator[Finding]:
    """The database itself, before it is opened for work. Nothing more can be asked of a ledger with an error here."""
    home = ledger_home(settings)
    if not home.exists():
        yield Finding("NO-LEDGER", home.name)
        return
    said = home.trouble()
    if said:
        yield Finding("LEDGER-CORRUPT", said)
        return
    try:
        revision = home.standing().revision
    except StoreCorruptError as error:  # a database, but none of ours
        yield Finding("LEDGER-CORRUPT", error.message)
        return
    if revision != HEAD:
        yield Finding("LEDGER-NEWER" if revision > HEAD else "LEDGER-OLDER", f"{revision} ≠ {HEAD}")


def journal(ledger: Ledger) -> Iterator[Finding]:
    """Each journal row has its row, each row its journal row."""
    yield from (Finding("JOURNAL-BROKEN", row) for row in ledger.broken())


def readings(ledger: Ledger) -> Iterator[Finding]:
    """No file counts twice."""
    standing_ones = Counter(
        (each.sha256, each.kind, each.rules, each.jurisdiction) for each in ledger.readings() if not each.withdrawn
    )
    yield from (Finding("READING-DOUBLE", sha256[:12]) for (sha256, *_), times in standing_ones.items() if times > 1)


def originals(ledger: Ledger, settings: Settings) -> Iterator[Finding]:
    """Every byte of every original, and nothing that should not be there."""
    kept = Originals(settings.originals_path)
    files = {record.sha256: record for record in ledger.files()}
    for sha256, record in files.items():
        path = kept.path(sha256)
        if record.purged:
            if path.exists():
                yield Finding("ORIGINAL-PURGED", sha256)
        elif not path.is_file():
            yield Finding("ORIGINAL-MISSING", f"{record.name} {sha256[:12]}")
        elif not kept.is_whole(sha256):
            yield Finding("ORIGINAL-CORRUPT", f"{record.name} {sha256[:12]}")
    for path in kept.present():
        if path.name.endswith(UNFINISHED):
            yield Finding("ORIGINAL-UNFINISHED", path.name)
        elif path.name not in files:
            yield Finding("ORIGINAL-STRAY", path.name[:12])


def waiting(ledger: Ledger) -> Iterator[Finding]:
    """What a run left undone, and what no rule could read."""
    yield from (Finding("FILE-WAITING", f"{record.name} {record.sha256[:12]}") for record in ledger.pending())
    yield from (Finding("FILE-REFUSED", f"{each.name} {each.code}") for each in ledger.quarantined())


def decisions(ledger: Ledger) -> Iterator[Finding]:
    """Decisions whose statement no live reading has."""
    yield from (Finding("DECISION-ORPHANED", f"{each.verdict} {each.subject}") for each in ledger.live().orphans)
