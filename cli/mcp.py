"""`dutygraph mcp`: the answers for assistants, over standard input and output."""

from __future__ import annotations

import typer

from cli.context import settings_of


def register(app: typer.Typer) -> None:
    """Add `mcp` to the application."""
    app.command("mcp")(mcp)


def mcp(context: typer.Context) -> None:
    """供智能助手使用（MCP，标准输入输出，只读）| Serve assistants by MCP over standard input and output, read-only."""
    from api.mcp.server import create_server

    server, source = create_server(settings_of(context))
    try:
        server.run()
    finally:
        source.close()
