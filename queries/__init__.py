"""The canned questions: one `.cypher` file each, and the catalogue that reads their headers and runs them."""
