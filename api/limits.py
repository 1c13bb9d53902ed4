"""Limits of the API, each with its reason. Beyond one, a request is refused with a code, never served in part silently.

`GET /limits` shows this table; `tests/api/test_limits.py` holds each at the limit and one beyond it. What limits the papers
themselves stands in `loaders.limits`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

#: Three texts of `MAX_WORDS` at four bytes a character, percent-encoded, and the path; the HTTP parser takes 64 KB.
MAX_URL_BYTES: Final = 24_576
#: A question is a line; no request but an upload has a body worth reading.
MAX_BODY_BYTES: Final = 64 * 1024
#: A year of a city's gazette as text is under 20 MB, with its tables as spreadsheets under 40.
MAX_UPLOAD_BYTES: Final = 50 * 1024 * 1024
#: Between two pieces of a body: a line that carries nothing for so long is gone, or holds a place on purpose.
MAX_PAUSE_SECONDS: Final = 20
#: From the first byte of a body to its last: the largest upload over a line of 1.5 Mbit/s.
MAX_BODY_SECONDS: Final = 300
#: What a person pages through, and what a page shows at once.
DEFAULT_PAGE: Final = 50
MAX_PAGE: Final = 200
#: Hits of a search: nobody reads on beyond, a narrower question does.
DEFAULT_HITS: Final = 20
MAX_HITS: Final = 100
#: The search index takes no longer text; a longer one is a paste, not a question.
MAX_WORDS: Final = 500
#: A drawn neighbourhood beyond this is a hairball; the answer says that it was cut and keeps the nearest.
DEFAULT_NODES: Final = 100
MAX_NODES: Final = 300
MAX_EDGES: Final = 2_000
#: Two steps from a leader reach most of a district; three reach all of it.
MAX_DEPTH: Final = 3
#: Changes a feed shows; a reader of feeds comes back more often than that.
MAX_CHANGES: Final = 200
#: Characters of a paper's text in one answer; the longest plan with its tables is below it.
MAX_CHARACTERS: Final = 400_000
#: Pages of one paper shown as pictures; the longest plan with its annexes has some eighty.
MAX_PICTURES: Final = 100
#: Pictures kept in memory: some two hundred pages.
PICTURE_BYTES_KEPT: Final = 32 * 1024 * 1024
#: Each is drawn in a process of its own, which takes a second of a core.
PICTURES_AT_ONCE: Final = 2
PICTURE_PATIENCE_SECONDS: Final = 20
#: Characters of a draft to try: a division of work has some 5,000, a roster with its annexes 20,000.
MAX_DRAFT: Final = 60_000
#: A draft is tried against the whole ledger, folded twice in memory: seconds of work up to here.
MAX_TRIED_STATEMENTS: Final = 50_000
DRAFTS_PER_MINUTE: Final = 20
#: Ids named in one address.
MAX_IDS: Final = 100
#: Nodes and edges of a graph that is exported over the web: about a minute of work and 2 GB; the command has no such bound.
MAX_EXPORT_ELEMENTS: Final = 300_000
#: Edges of one thing described as linked data; a leader of a city has hundreds.
MAX_DESCRIBED: Final = 2_000
#: Rows, or triples, that a SPARQL query may give: a page of work for a program, more is an export.
MAX_SPARQL_ROWS: Final = 10_000
#: A SPARQL query is written by hand.
MAX_SPARQL: Final = 8_000
#: Ids are a prefix and 32 hexadecimal digits; a cursor holds one and a name.
MAX_ID: Final = 80
MAX_CURSOR: Final = 1_200
#: Writing is reading a paper and building a graph: seconds of work each.
WRITES_PER_MINUTE: Final = 30


@dataclass(frozen=True, slots=True)
class Limit:
    """One line of `/limits`: its name, the most that is taken, in what unit, and why."""

    name: str
    value: int
    unit: str
    zh: str
    en: str


LIMITS: Final = (
    Limit("url", MAX_URL_BYTES, "bytes", "网址长度", "length of an address"),
    Limit("body", MAX_BODY_BYTES, "bytes", "请求正文（上传除外）", "body of a request that is no upload"),
    Limit("upload", MAX_UPLOAD_BYTES, "bytes", "上传的一份文件", "one uploaded paper"),
    Limit("pause", MAX_PAUSE_SECONDS, "seconds", "正文两段之间的停顿", "pause between two pieces of a body"),
    Limit("body_seconds", MAX_BODY_SECONDS, "seconds", "正文从头到尾", "a body from its first byte to its last"),
    Limit("page", MAX_PAGE, "rows", "列表每页条数", "rows of a page of a list"),
    Limit("hits", MAX_HITS, "rows", "查找结果条数", "hits of a search"),
    Limit("words", MAX_WORDS, "characters", "查找或提问的文字", "words of a search or a question"),
    Limit("nodes", MAX_NODES, "nodes", "关系图的点", "nodes of a neighbourhood"),
    Limit("edges", MAX_EDGES, "edges", "关系图的边", "edges of a neighbourhood"),
    Limit("depth", MAX_DEPTH, "steps", "关系图的步数", "steps of a neighbourhood"),
    Limit("changes", MAX_CHANGES, "rows", "更新记录条数", "rows of the changes"),
    Limit("characters", MAX_CHARACTERS, "characters", "一次给出的文件原文", "a paper's text in one answer"),
    Limit("pictures", MAX_PICTURES, "pages", "一份文件显示的原页", "pages of a paper shown as pictures"),
    Limit("draft", MAX_DRAFT, "characters", "推演的草稿", "a draft to try"),
    Limit("tried", MAX_TRIED_STATEMENTS, "statements", "可在此推演的账本", "the ledger a draft is tried against"),
    Limit("drafts", DRAFTS_PER_MINUTE, "requests a minute", "每个地址的推演次数", "drafts from one address"),
    Limit("ids", MAX_IDS, "ids", "一次所列标识", "ids named in one address"),
    Limit(
        "export",
        MAX_EXPORT_ELEMENTS,
        "nodes and edges",
        "经接口导出的图谱（命令行不限）",
        "a graph exported over the web (the command has no bound)",
    ),
    Limit("described", MAX_DESCRIBED, "edges", "一项关联数据所附关系", "edges of one thing as linked data"),
    Limit("sparql-rows", MAX_SPARQL_ROWS, "rows", "SPARQL 结果条数", "rows or triples of a SPARQL answer"),
    Limit("sparql", MAX_SPARQL, "characters", "SPARQL 查询长度", "length of a SPARQL query"),
    Limit("id", MAX_ID, "characters", "标识长度", "length of an id"),
    Limit("cursor", MAX_CURSOR, "characters", "翻页标记长度", "length of a cursor"),
    Limit("writes", WRITES_PER_MINUTE, "requests a minute", "每个密钥的写入次数", "writes with one key"),
)
