"""The settings: one frozen object, prefix `DUTYGRAPH_`, built at the edge and passed down."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal
from urllib.parse import unquote

from platformdirs import user_data_path
from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

Language = Literal["zh", "en"]

#: Where an address carries a password: `scheme://user:password@…`, or `?password=…` behind it.
_PASSWORDS = (
    re.compile(r"(?<=://)(?P<before>[^:/@?]*):(?P<password>.*)(?=@)"),
    re.compile(r"(?P<before>[?&])password=(?P<password>[^&]*)&?"),
)


class Settings(BaseSettings):
    """Everything a run can be told from outside. Nothing else reads the environment.

    The table in `docs/reference/settings.md` is generated from these fields.
    """

    model_config = SettingsConfigDict(env_prefix="DUTYGRAPH_", frozen=True, extra="ignore", hide_input_in_errors=True)

    home: Path = Field(
        default_factory=lambda: user_data_path("dutygraph", appauthor=False),
        description="The one folder that holds all data: ledger, originals, graph versions, search index.",
    )
    ledger: str = Field(
        default="sqlite",
        description="Where the ledger lives: `sqlite` (a file of the home), or a `postgresql://USER@HOST:5432/DATABASE` address.",
    )
    ledger_password: SecretStr = Field(
        default=SecretStr(""),
        description="Password for a PostgreSQL ledger; one inside the address is taken out of it and kept here.",
    )
    store: str = Field(
        default="embedded",
        description="Where the graph lives: `embedded`, or a `neo4j://`, `neo4j+s://`, `bolt://` address.",
    )
    store_user: str = Field(default="neo4j", description="User name for a Neo4j store.")
    store_password: SecretStr = Field(default=SecretStr(""), description="Password for a Neo4j store.")
    store_database: str = Field(default="neo4j", description="Database name on a Neo4j server.")
    store_ca: Path | None = Field(
        default=None,
        description="PEM file of the authority that signed a Neo4j server's certificate, where the system does not know it.",
    )
    store_heap_mb: int = Field(default=512, ge=128, description="Heap of the embedded engine, in MB.")
    query_seconds: float = Field(default=10.0, gt=0, description="Time limit of one canned query, in seconds.")
    processes: int = Field(default=0, ge=0, description="Processes that read the files of a load; 0: one a processor.")
    min_confidence: float = Field(
        default=0.5,
        ge=0,
        le=1,
        description="Statements below this stay out of the timeline and stand in the review list.",
    )
    jurisdiction: str = Field(
        default="", description="Division code for papers whose issuer does not say where they come from."
    )
    known_at: str = Field(
        default="",
        description="Ask as the ledger stood then: a journal row, or a day (`2024-03-15`: by its end). Empty: now.",
    )
    language: Language = Field(default="zh", description="Language of messages and pages: `zh` or `en`.")
    base_iri: str = Field(
        default="https://dutygraph.example/",
        pattern=r"^https?://[^\s<>\"{}|\\^`#?]+/$",
        description="Where the ids of linked data live (`BASE/id/…`): the public address of this service, with its last `/`.",
    )
    api_keys: SecretStr = Field(
        default=SecretStr(""),
        description="API keys as `name:role:sha256` joined by `;` (roles: reader, editor, admin); `dutygraph key` makes one.",
    )
    api_private: bool = Field(default=False, description="Ask for a key for reading too, not for writing alone.")
    page_pictures: bool = Field(
        default=True,
        description="Show pages of PDF files and scans as pictures; lines with private data are blacked out in them.",
    )
    requests_per_minute: int = Field(default=600, ge=0, description="Requests a minute from one address; 0: no limit.")
    embed_from: str = Field(
        default="", description="Origins that may show the pictures in a frame, e.g. `https://portal.example`."
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(default="warning", description="Log level.")
    log_json: bool = Field(default=False, description="Write logs as JSON lines.")

    @model_validator(mode="before")
    @classmethod
    def _no_password_in_the_address(cls, given: dict[str, object]) -> dict[str, object]:
        # An address is shown in messages and logs; a password never is.
        address = given.get("ledger")
        if not isinstance(address, str):
            return given
        for pattern in _PASSWORDS:
            found = pattern.search(address)
            if found is not None:
                address = f"{address[: found.start()]}{found['before']}{address[found.end() :]}".rstrip("?&")
                given = {**given, "ledger": address, "ledger_password": SecretStr(unquote(found["password"]))}
        return given

    @field_validator("home")
    @classmethod
    def _whole_path(cls, home: Path) -> Path:
        # `--home .home/demo` must mean the same folder to every process and as a file address.
        return home.expanduser().absolute()

    @property
    def ledger_path(self) -> Path:
        """The SQLite file of the ledger, where it is one."""
        return self.home / "ledger.sqlite3"

    @property
    def originals_path(self) -> Path:
        """Folder of the original files, content-addressed."""
        return self.home / "originals"

    @property
    def graph_path(self) -> Path:
        """Folder of the graph versions of the embedded store."""
        return self.home / "graph"

    @property
    def search_path(self) -> Path:
        """Folder of the search indexes, one a graph version."""
        return self.home / "search"

    @property
    def past_path(self) -> Path:
        """Folder of the few graphs kept for questions as the ledger stood at some time."""
        return self.home / "past"

    @property
    def exports_path(self) -> Path:
        """Folder of exports that were asked for over the web, one folder a graph version."""
        return self.home / "exports"
