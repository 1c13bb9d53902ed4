"""A whole copy of what cannot be made again: the ledger, the originals, the audit log; made while others write, checked by hash.

    OUT/manifest.json         size and SHA-256 of every file below, and where the ledger stood
    OUT/ledger.sqlite3        one moment of the ledger, in one file
    OUT/audit.sqlite3         the audit log of writes over HTTP, if there is one
    OUT/originals/ab/abcd…    every original that the ledger names at that moment

Graph and search index are left out, for `dutygraph rebuild` makes them.
"""

from graph.backup.making import make_backup
from graph.backup.manifest import BackupReport
from graph.backup.restoring import restore_backup, verify_backup

__all__ = ["BackupReport", "make_backup", "restore_backup", "verify_backup"]
