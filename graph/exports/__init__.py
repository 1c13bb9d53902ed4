"""The graph as files for others: one module a format, `formats` knows them all. `docs/exports.md` says what each holds.

Every format is a function of the graph alone: equal ledgers give equal bytes.
"""
