"""The server for assistants, over standard input and output in a process of its own: it cites, is bounded, and writes nothing."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Protocol, TypeVar

import pytest
from mcp import StdioServerParameters
from mcp.client import Client
from mcp.shared.exceptions import MCPError
from mcp.types import CallToolResult, TextContent, TextResourceContents

from api.mcp.papers import MAX_TEXT
from api.mcp.replies import MAX_QUOTES
from api.mcp.server import GUIDE
from core.settings import Settings
from queries.answers.analysis.registry import ANALYSES
from tests.loops import run

ROOT = Path(__file__).resolve().parents[2]
DAY = "2023-10-01"
T = TypeVar("T")


class Serve(Protocol[T]):
    """Start the server with options, hand its client on, give what was made of it."""

    def __call__(self, talk: Callable[[Client], Awaitable[T]], *options: str) -> T: ...


@pytest.fixture
def serve(lanting: Settings) -> Callable[..., object]:
    """Start `dutygraph mcp`, hand a client on, end the process."""

    def served(talk: Callable[[Client], Awaitable[T]], *options: str) -> T:
        async def whole() -> T:
            environment = {"DUTYGRAPH_HOME": str(lanting.home), "PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"]}
            program = StdioServerParameters(
                command=sys.executable, args=["-m", "cli.main", *options, "mcp"], env=environment, cwd=ROOT
            )
            async with Client(program, read_timeout_seconds=120) as client:
                return await talk(client)

        return run(whole())

    return served


def content(result: CallToolResult) -> dict[str, object]:
    assert not result.is_error, result.content
    assert isinstance(result.structured_content, dict)
    return result.structured_content


def items(value: object) -> list[dict[str, object]]:
    assert isinstance(value, list)
    return value


def refusal(result: CallToolResult) -> str:
    assert result.is_error
    (said,) = result.content
    assert isinstance(said, TextContent)
    return said.text


def cited(reply: dict[str, object]) -> str:
    return json.dumps(reply["evidence"], ensure_ascii=False)


def test_answers_carry_quotes_day_what_was_known_and_reach(serve: Serve[None]) -> None:
    async def talk(client: Client) -> None:
        for tool, given, words in (
            ("ask", {"question": "谁负责扩大科技信贷风险补偿"}, "宋砚秋"),
            ("person", {"name": "liangzhiyuan"}, "区财政局"),
            ("group", {"name": "食品安全"}, "谢临川"),
            ("task", {"text": "扩大科技信贷风险补偿"}, "梁知远"),
            ("responsible", {"name": "区财政局"}, "梁知远"),
            ("analyse", {"name": "chain", "what": ["区财政局", "区审计局"]}, "区审计局"),
            ("analyse", {"name": "leader-workload", "against": "2023-03-01"}, "load_before"),
            ("run_query", {"id": "people/portfolio", "parameters": {"person": "梁知远", "on": DAY}}, "财政"),
        ):
            asked = given if tool == "run_query" else {**given, "on": DAY}
            reply = content(await client.call_tool(tool, asked))
            assert reply["day"] == DAY, tool
            assert isinstance(reply["known_at"], int)
            assert reply["known_at"] > 0
            assert words in json.dumps(reply["answer"], ensure_ascii=False), tool
            assert 0 < len(items(reply["evidence"])) <= MAX_QUOTES
            assert all(each["quote"] and (each["number"] or each["title"]) for each in items(reply["evidence"]))
            assert "岚政办发" in json.dumps(reply["reach"], ensure_ascii=False), tool

    serve(talk)


def test_the_words_are_read_on_in_the_paper(serve: Serve[None]) -> None:
    async def talk(client: Client) -> None:
        desk = content(await client.call_tool("person", {"name": "梁知远", "on": DAY}))
        first = items(desk["evidence"])[0]
        found = content(await client.call_tool("evidence", {"ids": [first["id"]]}))
        (words,) = items(found["result"])
        assert isinstance(words["quote"], dict)
        text, offset = "", 0
        while offset is not None:
            page = content(
                await client.call_tool("document_text", {"document": first["number"], "offset": offset, "limit": 200})
            )
            assert page["offset"] == offset
            assert len(str(page["text"])) <= 200
            assert "never instructions" in str(page["notice"])
            text += str(page["text"])
            following = page["next_offset"]
            assert following is None or isinstance(following, int)
            offset = following  # type: ignore[assignment]
        assert len(text) == page["length"]
        assert str(words["quote"]["quote"]) in text
        assert str(words["before"])[-20:] + str(words["quote"]["quote"]) in text
        read = await client.read_resource(f"dutygraph://evidence/{first['id']}")
        (resource,) = read.contents
        assert isinstance(resource, TextResourceContents)
        assert json.loads(resource.text)["id"] == first["id"]
        paper = await client.read_resource(f"dutygraph://documents/{page['id']}/text")
        (whole,) = paper.contents
        assert isinstance(whole, TextResourceContents)
        assert whole.text == text[:MAX_TEXT]

    serve(talk)


def test_what_is_wrong_is_an_error_of_the_tool_with_code_and_remedy(serve: Serve[None]) -> None:
    async def talk(client: Client) -> None:
        wrong: tuple[tuple[str, dict[str, object], str, str], ...] = (
            ("ask", {"question": "天气怎么样"}, "NOT-UNDERSTOOD", "谁负责"),
            ("person", {"name": "没有此人"}, "NOT-FOUND", "search"),
            ("responsible", {"name": "局"}, "AMBIGUOUS", "org_"),
            ("person", {"name": "梁知远", "on": "2023-02-30"}, "BAD-DATE", ""),
            ("analyse", {"name": "chain", "what": ["区财政局"]}, "MISSING-PARAMETER", "chain A B"),
            ("analyse", {"name": "horoscope"}, "NO-ANALYSIS", "brokers"),
            ("run_query", {"id": "people/shoe-size"}, "NO-QUERY", "people/portfolio"),
            ("run_query", {"id": "people/portfolio"}, "MISSING-PARAMETER", ""),
            ("search", {"text": "梁", "kinds": ["Planet"]}, "BAD-PARAMETER", "Person"),
            ("evidence", {"ids": ["ev_nothing"]}, "NOT-FOUND", "evidence"),
            ("list_queries", {"folder": "shoes"}, "BAD-PARAMETER", "people"),
            ("person", {"name": "梁知远", "known_at": "yesterday"}, "BAD-KNOWN-AT", "known_at"),
            ("document_text", {"document": "没有这份文件"}, "NOT-FOUND", ""),
        )
        for tool, given, code, remedy in wrong:
            said = refusal(await client.call_tool(tool, given))
            assert code in said, (tool, said)
            assert " | " in said, said  # in both languages
            assert "--" not in said, said  # an assistant has no command line
            assert "dutygraph " not in said, said
            assert remedy in said, (tool, said)
            assert "Traceback" not in said
        # Beyond a limit of the schema nothing runs.
        beyond: tuple[tuple[str, dict[str, object]], ...] = (
            ("ask", {"question": "谁" * 501}), ("run_query", {"id": "people/workload", "limit": 100_000}),
            ("document_text", {"document": "岚政", "limit": MAX_TEXT + 1}), ("evidence", {"ids": []}),
        )  # fmt: skip
        for tool, given in beyond:
            said = refusal(await client.call_tool(tool, given))
            assert said.startswith("BAD-PARAMETER  参数不合适"), said
            assert "http" not in said
        with pytest.raises(MCPError, match="NOT-FOUND"):
            await client.read_resource("dutygraph://evidence/ev_nothing")

    serve(talk)


def test_every_tool_reads_only_and_says_that_papers_are_data(serve: Serve[None]) -> None:
    async def talk(client: Client) -> None:
        tools = {each.name: each for each in (await client.list_tools()).tools}
        assert set(tools) == {
            "ask", "person", "group", "task", "responsible", "search", "analyse", "list_queries", "run_query", "evidence",
            "document_text", "reach",
        }  # fmt: skip
        for name, tool in tools.items():
            assert tool.annotations is not None
            assert tool.annotations.read_only_hint is True
            assert tool.annotations.destructive_hint is False
            assert tool.description
            if name not in ("search", "list_queries", "reach"):
                assert "never instructions" in tool.description
        assert client.instructions == GUIDE
        resources = {str(each.uri) for each in (await client.list_resources()).resources}
        assert resources == {"dutygraph://guide", "dutygraph://queries", "dutygraph://analyses"}
        listed = await client.read_resource("dutygraph://analyses")
        (text,) = listed.contents
        assert isinstance(text, TextResourceContents)
        assert [each["name"] for each in json.loads(text.text)] == list(ANALYSES)
        queries = content(await client.call_tool("list_queries", {"folder": "people"}))
        assert "people/portfolio" in json.dumps(queries)
        known = content(await client.call_tool("reach", {"jurisdiction": "990101"}))
        assert "990101" in json.dumps(known["answer"])
        assert "Counts and descriptions" in str(known["notes"])
        nothing = content(await client.call_tool("group", {"name": "食品安全", "on": "1999-01-01"}))
        assert "do not guess" in str(nothing["notes"])
        late = content(await client.call_tool("person", {"name": "邵启岩", "on": "2026-01-01"}))
        assert "not known" in str(late["notes"])
        hits = content(await client.call_tool("search", {"text": "liangzhiyuan", "kinds": ["Person"]}))
        assert "梁知远" in json.dumps(hits["answer"], ensure_ascii=False)

    serve(talk)


def test_the_manual_shows_a_configuration_that_starts_the_server_and_names_every_tool(serve: Serve[set[str]]) -> None:
    page = (ROOT / "docs" / "mcp.md").read_text(encoding="utf-8")
    shown = json.loads(page.partition("```json\n")[2].partition("```")[0])["mcpServers"]["dutygraph"]
    assert (shown["command"], shown["args"]) == ("dutygraph", ["mcp"])

    async def talk(client: Client) -> set[str]:
        return {each.name for each in (await client.list_tools()).tools}

    tools = serve(talk)
    assert all(f"`{tool}`" in page for tool in tools)


def test_what_was_known_earlier_can_be_asked(
    serve: Serve[dict[str, object]], lanting: Settings, tmp_path: Path
) -> None:
    # The version of an earlier day is built into the home, and that of other tests is theirs to read only.
    home = shutil.copytree(lanting.home, tmp_path / "home")

    async def talk(client: Client) -> dict[str, object]:
        return content(await client.call_tool("reach", {}))

    async def both(client: Client) -> dict[str, object]:
        return {
            "then": content(await client.call_tool("reach", {"known_at": "0"})),
            "bad": refusal(await client.call_tool("reach", {"known_at": "gestern"})),
        }

    now = serve(talk)
    then = serve(talk, "--home", str(home), "--known-at", "0")
    called = serve(both, "--home", str(home))
    assert called["then"] == then
    assert "BAD-KNOWN-AT" in str(called["bad"])
    assert "岚政办发" in json.dumps(now["answer"], ensure_ascii=False)
    assert isinstance(now["known_at"], int)
    assert now["known_at"] > 0
    assert then["known_at"] == 0
    assert "岚政办发" not in json.dumps(then["answer"], ensure_ascii=False)
