"""The ledger: papers, readings, statements and decisions, append-only, in a SQLite file or on PostgreSQL. It is the truth.

`graph.ledger.ledger.open_ledger(settings)` opens it; `graph.ledger.records` holds what goes in and comes out. Record
time lives here alone: its clock is the number of a journal row.
"""
