"""From bytes to statements. Knows `core` and `graph`, no database driver."""
