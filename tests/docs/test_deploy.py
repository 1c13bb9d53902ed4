"""What a user deploys: the compose file holds its promises, and the favourites for Neo4j Browser find what they say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from neo4j import GraphDatabase

from cli.generate import pages
from core.settings import Settings
from graph.build import graph_of
from graph.ledger.ledger import open_ledger
from graph.ledger.postgres import OLDEST
from graph.ontology import ontology
from graph.stores import graph_home
from tests.neo4j_server import server

ROOT = Path(__file__).resolve().parents[2]
_PARAMETERS = re.compile(r"^:param \{(?P<body>.*)\}$", re.MULTILINE)
_FAVOURITE = re.compile(r"^```cypher\n(?P<text>.*?)^```", re.MULTILINE | re.DOTALL)


def compose() -> Mapping[str, Mapping[str, object]]:
    services = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))["services"]
    assert isinstance(services, dict)
    return services


def test_the_compose_file_pins_neo4j_and_takes_its_password_from_the_environment() -> None:
    neo4j = compose()["neo4j"]
    version = re.fullmatch(r"neo4j:(\d+)\.(\d+)\.\d+-community", str(neo4j["image"]))
    assert version is not None
    assert (int(version[1]), int(version[2])) >= (5, 26)
    assert "${NEO4J_PASSWORD:?" in str(neo4j["environment"])
    assert neo4j["healthcheck"]
    assert neo4j["volumes"] == ["neo4j:/data"]


def test_the_compose_file_pins_postgresql_and_starts_it_only_when_asked() -> None:
    postgres = compose()["postgres"]
    version = re.fullmatch(r"postgres:(\d+)\.\d+-bookworm", str(postgres["image"]))
    assert version is not None
    assert int(version[1]) >= OLDEST
    assert postgres["profiles"] == ["postgres"]
    assert "${POSTGRES_PASSWORD:-}" in str(postgres["environment"])
    assert postgres["healthcheck"]
    assert postgres["volumes"] == ["postgres:/var/lib/postgresql/data"]


def test_the_compose_file_opens_ports_to_this_machine_alone_and_keeps_the_api_small() -> None:
    services = compose()
    for service in services.values():
        ports = service["ports"]
        assert isinstance(ports, list)
        assert all(port.startswith("127.0.0.1:") for port in ports)
    api = services["api"]
    assert api["read_only"] is True
    assert api["cap_drop"] == ["ALL"]
    assert api["depends_on"] == {
        "neo4j": {"condition": "service_healthy"},
        "postgres": {"condition": "service_healthy", "required": False},
    }


def test_every_setting_the_compose_file_gives_is_one_we_have() -> None:
    environment = compose()["api"]["environment"]
    assert isinstance(environment, dict)
    known = {f"DUTYGRAPH_{name.upper()}" for name in Settings.model_fields}
    assert set(environment) <= known


def test_the_style_for_browser_colours_every_label_as_the_pages_do() -> None:
    style = pages()["neo4j-browser.grass"]
    for label, node in ontology().nodes.items():
        assert re.search(rf"^node\.{label} {{ color: {node.colour};", style, re.MULTILINE)


@pytest.mark.neo4j
def test_the_favourites_for_browser_find_what_they_say(lanting: Settings) -> None:
    page = (ROOT / "docs" / "neo4j-browser.md").read_text(encoding="utf-8")
    given = _PARAMETERS.search(page)
    assert given is not None
    parameters = dict(re.findall(r"(\w+): '([^']*)'", given["body"]))
    favourites = [block["text"] for block in _FAVOURITE.finditer(page)]
    assert len(favourites) == 5
    chosen = server.settings()
    home = graph_home(chosen)
    with open_ledger(lanting) as ledger:
        home.publish(graph_of(ledger), version="1")
    home.close()
    auth = (chosen.store_user, chosen.store_password.get_secret_value())
    with GraphDatabase.driver(chosen.store, auth=auth) as driver:
        for text in favourites:
            records, _, _ = driver.execute_query(text, parameters)
            assert records, text.splitlines()[0]
