"""The same answers for assistants: a read-only server of the Model Context Protocol. See `docs/mcp.md`."""
