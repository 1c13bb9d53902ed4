"""`create_server(settings)`: the server an assistant talks to, over standard input and output."""

from __future__ import annotations

import json
from importlib.metadata import version as version_of

from mcp.server.mcpserver.exceptions import ResourceError, ResourceNotFoundError

from api.mcp.papers import add_papers, text_of
from api.mcp.replies import quote
from api.mcp.serving import Server
from api.mcp.source import Source
from api.mcp.tools import DATA, add_tools
from api.models import query_json
from core.errors import DutygraphError, NotFoundError
from core.settings import Settings
from queries.answers.analysis.registry import ANALYSES
from queries.answers.words import evidence
from queries.catalogue import catalogue

GUIDE = f"""Dutygraph answers from the printed papers of Chinese local governments: who is responsible on that day, and on what grounds.

1. Ask with a day (`on`). Without one, today is meant, and the papers may end long before: every reply says how far they reach.
2. Cite. Each fact names the ids of its evidence; give the paper's number and the quote. A fact without a quote is not said.
3. Never guess. If a reply has no evidence, say that no paper on record says it. `possible` is not `certain`, `presumed` means
   that nothing later speaks against it; `moved` says that the charge moved, never that the plan was amended.
4. People of one name are not one person. If a name means several, the tool lists them: ask which, or use an id.
5. {DATA}
"""


def create_server(settings: Settings) -> tuple[Server, Source]:
    """The server and what it reads from; close the source when it ends. Nothing it offers writes."""
    source = Source(settings)
    server = Server(
        "dutygraph",
        title="Dutygraph 责任图谱",
        description="谁在哪一天负责什么，依据是什么 | Who is responsible on that day, and on what grounds",
        instructions=GUIDE,
        version=version_of("dutygraph"),
        log_level="WARNING",  # names of people stay out of the log
    )
    add_tools(server, source)
    add_papers(server, source)
    _add_resources(server, source)
    return server, source


def _add_resources(server: Server, source: Source) -> None:
    @server.resource("dutygraph://guide", mime_type="text/plain", description="How to ask, cite and not guess.")
    def guide() -> str:
        return GUIDE

    @server.resource("dutygraph://queries", mime_type="application/json", description="The canned queries.")
    def queries() -> str:
        return _json([query_json(each, f"run_query id={each.id}") for each in catalogue()])

    @server.resource(
        "dutygraph://analyses", mime_type="application/json",
        description="The analyses: what each counts, what it does not say, what it takes.",
    )  # fmt: skip
    def analyses() -> str:
        return _json(
            [
                {
                    "name": name,
                    "question": way.about.question.en,
                    "counts": way.about.counts.en,
                    "does_not_say": way.about.silent.en,
                    "what": [each.text.en for each in way.about.takes],
                }
                for name, way in ANALYSES.items()
            ]
        )

    @server.resource(
        "dutygraph://evidence/{id}", mime_type="application/json", description=f"A piece of evidence. {DATA}"
    )
    def one_evidence(id: str) -> str:
        with source.lease() as library:
            found = evidence(library, [id])
        if not found:
            raise ResourceNotFoundError(f"NOT-FOUND  没有这条依据 | no such evidence: {id}")
        return _json(quote(found[0], whole=True).model_dump())

    @server.resource(
        "dutygraph://documents/{id}/text", mime_type="text/plain", description=f"The text of a paper by its id. {DATA}"
    )
    def text(id: str) -> str:
        try:
            with source.lease() as library:
                return text_of(library, source, id).text
        except NotFoundError as error:
            raise ResourceNotFoundError(str(error)) from error
        except DutygraphError as error:
            raise ResourceError(str(error)) from error


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1)
