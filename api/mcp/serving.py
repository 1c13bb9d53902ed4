"""The server itself: what does not fit its inputs is told in both languages, by code, as every other error is."""

from __future__ import annotations

from typing import Any

from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import CallToolResult, InputRequiredResult
from pydantic import ValidationError

from api.errors import why


class Server(MCPServer[None]):
    """`MCPServer`, which would tell a wrong input in the English words of its checker, with an address elsewhere."""

    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Context[None, Any] | None = None
    ) -> CallToolResult | InputRequiredResult:
        """Call a tool. Raises `ToolError`: `BAD-PARAMETER` for inputs that do not fit, else what the tool says."""
        try:
            return await super().call_tool(name, arguments, context)
        except ToolError as error:
            if isinstance(error.__cause__, ValidationError):
                raise ToolError(_told(error.__cause__)) from error.__cause__
            raise


def _told(error: ValidationError) -> str:
    lines = (f"    {'.'.join(map(str, each['loc']))}: {why(each)}" for each in error.errors())
    return "\n".join(("BAD-PARAMETER  参数不合适 | a parameter does not fit", *lines))
