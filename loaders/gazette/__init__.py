"""From a paper to notices to statements: one module a kind of notice, each rule with an id."""
