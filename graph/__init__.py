"""The heart: statements, ledger, identity, time, and their projection into a graph store. Knows `core` only."""
