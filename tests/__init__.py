"""Mirror of the rooms. `make test` runs all; markers say what a test needs beyond Python."""
