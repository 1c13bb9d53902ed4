"""Commands that serve: `serve`, and `key` for those who may write."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.context import settings_of


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the application."""
    app.command("serve")(serve)
    app.command("key")(key)


def serve(
    context: typer.Context,
    host: Annotated[str, typer.Option(help="监听地址 | Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="端口；0 为任一空闲端口 | Port; 0: any free one.", min=0, max=65535)] = 8000,
) -> None:
    """提供接口与页面；新版图谱自动跟上 | Serve API and pages; a new version of the graph is taken up by itself."""
    import uvicorn

    from api.app import create_app

    app = create_app(settings_of(context), warm=True)
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            host=host,
            port=port,
            log_level="warning",
            access_log=False,  # our own has no names of people in it
            server_header=False,
            timeout_keep_alive=15,
            timeout_graceful_shutdown=10,
            limit_concurrency=200,
        )
    )
    typer.echo(f"Dutygraph  http://{_shown(host)}:{port}/zh/   (Ctrl+C)", err=True)
    server.run()


def key(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="谁的密钥，记入写入记录 | Whose key; stands in the audit log.")],
    role: Annotated[str, typer.Option(help="reader|editor|admin")] = "editor",
) -> None:
    """生成一个接口密钥：密钥只显示一次，设置里只存其哈希 | Make a key; it is shown once, settings hold its hash."""
    from api.security import ROLES, new_key
    from core.errors import UsageError

    settings_of(context)
    for known in ROLES:
        if role == known:
            token, entry = new_key(name, known)
            typer.echo(f"密钥 | key:      {token}")
            typer.echo(f"DUTYGRAPH_API_KEYS={entry}")
            return
    raise UsageError(f"没有这种角色 | no such role: {role}", remedy=f"--role {'|'.join(ROLES)}", code="BAD-PARAMETER")


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
