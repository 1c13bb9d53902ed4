"""Writing over HTTP: upload a paper, read the audit log. Off unless keys are set."""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
import threading
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, File, Form, Query, Request, Response, UploadFile
from fastapi.responses import JSONResponse
from fastapi.sse import EventSourceResponse, format_sse_event
from pydantic import BaseModel

from api import limits
from api.audit import AuditLog, Entry
from api.builder import Builder
from api.dependencies import settings_of, state_of
from api.errors import RESPONSES, ApiError, error_body, request_id_of
from api.security import Key, Needs
from core.errors import DutygraphError, InputError, StoreBusyError
from loaders import pipeline
from loaders.pipeline import FileResult

router = APIRouter(tags=["writing"], responses=RESPONSES)

#: What an upload may be called: letters of any script, digits, and a few marks; no separators, nothing unseen.
_NOT_IN_NAMES = re.compile(r"[^\w.()（）〔〕\[\]《》、，,+ -]+")
_LONGEST_NAME = 120
#: How long an upload waits for the one before it.
_PATIENCE = 20.0
#: Seconds for which a stream tells of a build; a longer one goes on without a listener.
_WATCHED = 900
_ONE_AT_A_TIME = threading.Lock()

Editor = Annotated[Key, Depends(Needs("editor"))]
Admin = Annotated[Key, Depends(Needs("admin"))]


class PaperRead(BaseModel):
    """A paper found in the file, and how many rows were read of it."""

    doc_id: str
    title: str
    statements: int


class FileRefused(BaseModel):
    """A file of an archive that could not be read, and why."""

    name: str
    code: str
    message: str
    remedy: str


class UploadAnswer(BaseModel):
    """What became of an upload. `known`: the same bytes were here already, and nothing changed.

    Of an archive, `documents` are those of all its files and `refused` the files that could not be read. `building` says that the graph is being brought up to date; `/readyz` tells its version.
    """

    outcome: Literal["read", "known"]
    name: str
    sha256: str
    documents: list[PaperRead]
    refused: list[FileRefused] = []
    building: bool


class AuditAnswer(BaseModel):
    """Rows of the audit log, newest first; `next` is the `before` of the page after it."""

    entries: list[Entry]
    next: int | None


@router.post(
    "/documents",
    response_model=UploadAnswer,
    status_code=201,
    tags=["documents"],
    summary="上传文件 | upload a paper",
    name="documents.upload",
    responses={
        200: {
            "model": UploadAnswer,
            "description": "已载入过，或进展 | known already, or its progress",
            "content": {"text/event-stream": {}},
        }
    },
)
def upload(
    request: Request,
    key: Editor,
    file: Annotated[UploadFile, File(description="公报、文件、表或压缩包 | a gazette, a paper, a table or an archive")],
    jurisdiction: Annotated[str, Form(max_length=20, description="行政区划代码 | division code")] = "",
) -> Response:
    """Read a paper into the ledger, and bring the graph up to date behind the scenes. The same bytes twice change nothing.

    With `Accept: text/event-stream` the answer is a stream: `received`, `read` (the answer as it is without), `building`
    every second, `built` with the graph's version; or `failed` with the error as any request gets it.
    """
    name = clean_name(file.filename or "")
    data = file.file.read(limits.MAX_UPLOAD_BYTES + 1)
    if len(data) > limits.MAX_UPLOAD_BYTES:
        raise ApiError(413, remedy=f"≤ {limits.MAX_UPLOAD_BYTES} bytes")
    if "text/event-stream" in request.headers.get("accept", ""):
        return EventSourceResponse(
            _progress(request, key, name, data, jurisdiction), headers={"Cache-Control": "no-store"}
        )
    outcome, content = _take(request, key, name, data, jurisdiction)
    return JSONResponse(content, status_code=201 if outcome == "read" else 200)


def _take(request: Request, key: Key, name: str, data: bytes, jurisdiction: str) -> tuple[str, dict[str, object]]:
    """Read the file, note it, ask for a build; the outcome and the answer. Raises `DutygraphError`."""
    log = _log_of(request)

    def note(outcome: str, subject: str = name) -> None:
        log.add(
            who=key.name, role=key.role, action="document.upload", subject=subject, outcome=outcome,
            request_id=request_id_of(request),
        )  # fmt: skip

    note("begun")
    try:
        results = _read(request, name, data, jurisdiction)
    except DutygraphError as error:
        note(f"failed {error.code}")
        raise
    refused = [(result.name, result.refusal) for result in results if result.refusal is not None]
    if len(refused) == len(results):
        refusal = refused[0][1]
        note(f"refused {refusal.code}")
        raise InputError(refusal.message, remedy=refusal.remedy, code=refusal.code)
    outcome = "read" if any(result.outcome == "read" for result in results) else "known"
    sha256 = hashlib.sha256(data).hexdigest()
    note(outcome, f"{name} {sha256}")
    builder = _builder_of(request)
    builder.ask()
    papers = [document for result in results if result.report is not None for document in result.report.documents]
    return outcome, {
        "outcome": outcome,
        "name": name,
        "sha256": sha256,
        "documents": [{"doc_id": each.doc_id, "title": each.title, "statements": each.statements} for each in papers],
        "refused": [
            {"name": file, "code": why.code, "message": why.message, "remedy": why.remedy} for file, why in refused
        ],
        "building": builder.building,
    }


def _progress(request: Request, key: Key, name: str, data: bytes, jurisdiction: str) -> Iterator[bytes]:
    """An upload as events, to the moment when the graph has it."""
    yield _event("received", {"name": name, "bytes": len(data)})
    try:
        _, content = _take(request, key, name, data, jurisdiction)
    except DutygraphError as error:
        yield _event("failed", {"error": error_body(error, request_id_of(request))[1].model_dump()})
        return
    yield _event("read", content)
    builder = _builder_of(request)
    for seconds in range(_WATCHED):
        if builder.wait(1.0):
            break
        yield _event("building", {"seconds": seconds + 1})
    if builder.trouble:
        yield _event("failed", {"error": {"code": builder.trouble, "request_id": request_id_of(request)}})
    elif builder.building:
        yield _event("building", {"seconds": _WATCHED})
    else:
        yield _event("built", {"version": state_of(request).version})


def _event(name: str, content: Mapping[str, object]) -> bytes:
    return format_sse_event(event=name, data_str=json.dumps(content, ensure_ascii=False))


@router.get("/audit", response_model=AuditAnswer, summary="写入记录 | the audit log of writes", name="audit")
def audit(
    request: Request,
    key: Admin,
    before: Annotated[int, Query(ge=0, le=2**53)] = 0,
    limit: Annotated[int, Query(ge=1, le=limits.MAX_PAGE)] = limits.DEFAULT_PAGE,
) -> Response:
    """Who wrote what, when, and what came of it."""
    entries = _log_of(request).entries(before=before, limit=limit)
    more = entries[-1].row if len(entries) == limit else None
    content = {"entries": [asdict(each) for each in entries], "next": more}
    return JSONResponse(content, headers={"Cache-Control": "no-store"})


def clean_name(given: str) -> str:
    """A file name that is only a name: no folders, nothing unseen, not hidden, not too long; its suffix is kept."""
    last = re.split(r"[/\\]", given)[-1]
    name = _NOT_IN_NAMES.sub("_", last).strip(" .") or "upload.txt"
    stem, dot, suffix = name.rpartition(".")
    if not dot:
        return name[:_LONGEST_NAME]
    return f"{stem[: _LONGEST_NAME - 12]}.{suffix[:11]}"


def _read(request: Request, name: str, data: bytes, jurisdiction: str) -> list[FileResult]:
    """What became of the file, or of each file of an archive."""
    settings = settings_of(request)
    if jurisdiction:
        settings = settings.model_copy(update={"jurisdiction": jurisdiction})
    if not _ONE_AT_A_TIME.acquire(timeout=_PATIENCE):
        raise StoreBusyError("正在读取另一份文件 | another paper is being read", remedy="稍后再试 | try again later")
    try:
        with tempfile.TemporaryDirectory(prefix="dutygraph-") as folder:
            path = Path(folder) / name
            path.write_bytes(data)
            done = pipeline.load([path], state_of(request).ledger(), settings, reader=request.app.state.reader)
        # What an interrupted run left behind is read first; of one name the last is this one.
        own = [result for result in done.results if result.name.startswith(f"{name}/")]
        return own or [next(result for result in reversed(done.results) if result.name == name)]
    finally:
        _ONE_AT_A_TIME.release()


def _log_of(request: Request) -> AuditLog:
    log = request.app.state.audit
    if not isinstance(log, AuditLog):
        raise TypeError("app.state.audit is not set")
    return log


def _builder_of(request: Request) -> Builder:
    builder = request.app.state.builder
    if not isinstance(builder, Builder):
        raise TypeError("app.state.builder is not set")
    return builder
