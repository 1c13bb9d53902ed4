"""The OpenAPI document and the answers agree: schemathesis asks every route, within bounds that keep the suite quick."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from hypothesis.strategies import SearchStrategy
from schemathesis import Case, GenerationMode
from schemathesis.core.failures import FailureGroup
from schemathesis.core.result import Ok

from api.resources import RESOURCES

#: Seconds: a whole export takes its time on a busy machine, and nothing here is timed.
PATIENCE = 120.0
#: Examples a route and mode; `DUTYGRAPH_TEST_EXAMPLES` asks more of them.
EXAMPLES = int(os.environ.get("DUTYGRAPH_TEST_EXAMPLES", "2"))


#: Parameters that take an id, and what it is the id of; `kind` and `node_kind` say so where any will do.
IDS = {
    "person": "persons", "organisation": "organisations", "group": "groups", "task": "tasks", "plan": "plans",
    "document": "documents", "post": "posts", "matter": "matters", "node": "persons", "from": "persons", "to": "groups",
}  # fmt: skip
KINDS = {"kind": "Person", "node_kind": "Person", "from_kind": "Person", "to_kind": "Group"}


@pytest.fixture(scope="module")
def known(client: TestClient) -> dict[str, str]:
    """An id of each resource, so that what is there is asked for too, and not only what is not."""
    ids = {}
    for resource in RESOURCES:
        items = client.get(f"/{resource.path}?limit=1").json()["items"]
        ids[resource.path] = items[0]["id"] if items else "none"
    task = client.get(f"/queries/documents/facts-of?document={ids['documents']}&limit=1").json()["rows"]
    ids["id"] = ids["persons"]
    ids["evidence"] = task[0]["evidence_id"] if task else "none"
    return ids


def test_every_route_keeps_its_word(app: FastAPI, client: TestClient, known: dict[str, str]) -> None:
    schema = schemathesis.openapi.from_asgi("/openapi.json", app)
    asked: Counter[GenerationMode] = Counter()
    statuses: Counter[int] = Counter()
    failed = []
    for result in schema.get_all_operations():
        assert isinstance(result, Ok)
        operation = result.ok()
        # All canned queries have routes by one function: to ask each rightly is enough, unless more is wanted.
        alike = operation.path.startswith("/queries/") and EXAMPLES < 10
        for mode in [GenerationMode.POSITIVE] if alike else GenerationMode:
            real = known if mode is GenerationMode.POSITIVE else {}
            keeps = _asking(operation.as_strategy(generation_mode=mode), real, statuses, 1 if alike else EXAMPLES)
            try:
                keeps()
            except Unsatisfiable:
                # A route without parameters can be asked in one way only: rightly.
                assert mode is GenerationMode.NEGATIVE, operation.label
            except FailureGroup as group:
                failed.append(f"{mode.value} {operation.label}: {'; '.join(map(str, group.exceptions))}")
            else:
                asked[mode] += 1
    assert failed == []
    assert asked[GenerationMode.POSITIVE] >= 100
    assert asked[GenerationMode.NEGATIVE] >= 50
    assert statuses[200] > statuses[404], statuses


def _asking(
    cases: SearchStrategy[Case[Any]], known: dict[str, str], statuses: Counter[int], examples: int
) -> Callable[[], None]:
    @settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=cases)
    def keeps(case: Case[Any]) -> None:
        if known:
            _ask_for_what_is_there(case, known)
        statuses[case.call_and_validate(timeout=PATIENCE).status_code] += 1

    return keeps


def _ask_for_what_is_there(case: Case[Any], known: dict[str, str]) -> None:
    resource = case.operation.path.split("/")[1]
    if "id" in case.path_parameters:
        case.path_parameters["id"] = known[resource]
    if resource == "sparql":
        # No schema can say what a query is.
        if case.method == "GET":
            case.query["query"] = "ASK { ?s ?p ?o }"
        else:
            case.body = (
                "ASK { ?s ?p ?o }" if case.media_type == "application/sparql-query" else {"query": "ASK { ?s ?p ?o }"}
            )
    if resource in ("queries", "graph"):
        dated = {"from", "to"} if "from_kind" not in case.query else set()
        for name, path in IDS.items():
            if name in case.query and name not in dated:
                case.query[name] = known[path]
        case.query.update({name: label for name, label in KINDS.items() if name in case.query and "node" in case.query})
        case.query.update(
            {name: label for name, label in KINDS.items() if name in case.query and "from_kind" in case.query}
        )
