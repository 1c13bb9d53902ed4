"""Analyses as answers: each has its day, its table, a plain explanation, its evidence and its reach, like any other answer."""
