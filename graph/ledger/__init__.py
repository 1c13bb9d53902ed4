"""The ledger: an append-only SQLite file of papers, readings, statements and decisions. It is the truth.

`graph.ledger.ledger.open_ledger(settings)` opens it; `graph.ledger.records` holds what goes in and comes out. Record
time lives here alone: its clock is the number of a journal row.
"""
