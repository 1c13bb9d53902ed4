"""The `dutygraph` command."""
