"""From a paper to notices to statements: one module a kind of notice, each rule with an id."""

#: Version of the reading rules; a reading in the ledger is one file read by one version. Newer sorts higher.
RULES_VERSION = "2026.12.2"
