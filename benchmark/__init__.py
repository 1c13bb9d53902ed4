"""Measures: what the numbers of the design stand on, each by a command."""
