"""HTML of government sites to printed lines and tables: the paper itself, without what the site puts around it.

The encoding is a mark's, then UTF-8 if the bytes are, then what the page declares (often wrongly), then what the bytes say.
Nothing is fetched and nothing is run: scripts, styles, frames, forms and refreshes are not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from loaders.limits import Limits, beyond
from loaders.readers.encodings import decode
from loaders.readers.grid import Cell, cell_words, laid_out
from loaders.readers.html_main import UNPRINTED, main_text, title_of
from loaders.readers.pages import Block, Printed, PrintedLine, PrintedPage, PrintedTable

_DECLARED = re.compile(rb"""<meta[^>]{0,300}charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_DECLARED_WITHIN = 4096
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:]{0,40})")
_RAW = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style", "textarea", "title", "noscript")}
#: Tags that hold nothing, or that the next of their kind closes.
_CLOSE_THEMSELVES = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
     "p", "li", "dd", "dt", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "optgroup", "html", "head",
     "body", "colgroup", "rp", "rt"]
)  # fmt: skip
_LISTS = frozenset(("ol", "ul"))
_BLOCKS = frozenset(
    ["address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset",
     "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li",
     "main", "nav", "ol", "p", "pre", "section", "summary", "ul", "caption", "legend", "tr", "td", "th", "tbody",
     "thead", "tfoot", "table"]
)  # fmt: skip
_WHITE = re.compile(r"[ \t\r\n\f]+")


def read(data: bytes, name: str, limits: Limits) -> Printed:
    """The blocks of a page, on one page without a number.

    Raises `InputError` (`FILE-ENCODING`, `FILE-BINARY`) or `LimitError` (`PAPER-TOO-DEEP`, `PAPER-TOO-LARGE`).
    """
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    text = decode(data, name, declared=found[1].decode() if found else "").removeprefix("\ufeff")
    _check_tags(text, name, limits)
    tree = LexborHTMLParser(text)
    body = tree.body
    if body is None:
        return Printed("html", (PrintedPage(0, ()),))
    main = main_text(body)
    walk = _Walk(name, limits)
    blocks = list(walk.blocks(main))
    title = title_of(tree, "".join(block.text for block in blocks if isinstance(block, PrintedLine)))
    return Printed("html", (PrintedPage(0, (*(PrintedLine(line, apart=True) for line in title), *blocks)),))


def _check_tags(text: str, name: str, limits: Limits) -> None:
    """Count what is open before a parser does: its time grows with the square of it."""
    opened = most = count = 0
    place = 0
    while match := _TAG.search(text, place):
        place = match.end()
        tag = match[2].lower()
        count += 1
        if count > limits.elements:
            raise beyond(name, "PAPER-TOO-LARGE", found=f"{count} 标签 tags", limit=f"{limits.elements}")
        if tag in _CLOSE_THEMSELVES:
            continue
        opened = max(0, opened - 1) if match[1] else opened + 1
        most = max(most, opened)
        if not match[1] and tag in _RAW:
            end = _RAW[tag].search(text, place)
            place = end.start() if end else len(text)
        if most > limits.open_tags:
            raise beyond(name, "PAPER-TOO-DEEP", found=f"{most} 个未关闭的标签 open tags", limit=f"{limits.open_tags}")


@dataclass(slots=True)
class _Walk:
    """Reads elements in printed order, without recursion but for tables inside tables."""

    name: str
    limits: Limits
    _line: list[str] = field(default_factory=list)
    _lists: list[int | None] = field(default_factory=list)  # the next number of each open list, if it counts

    def blocks(self, root: LexborNode) -> Iterator[Block]:
        """The printed lines and tables of an element."""
        apart = True
        waiting: list[tuple[LexborNode, bool]] = [(root, False)]
        while waiting:
            node, leaving = waiting.pop()
            tag = node.tag or ""
            if tag == "-text":
                self._line.append(node.text_content or "")
                continue
            if leaving or tag in _BLOCKS or tag == "br":
                for line in self._flushed():
                    yield PrintedLine(line, apart=apart)
                    apart = False
                apart = apart or tag != "br"
            if leaving:
                self._leave(tag)
            elif tag == "table" and _is_printed(node) and not is_frame(node):
                yield from self._table(node)
            elif tag != "br" and _is_printed(node):
                self._enter(node, tag)
                if tag in _BLOCKS:
                    waiting.append((node, True))
                waiting.extend((child, False) for child in reversed(children(node)))
        for line in self._flushed():
            yield PrintedLine(line, apart=apart)

    def _enter(self, node: LexborNode, tag: str) -> None:
        """Open a list, or print the number of an item of one that counts."""
        if tag in _LISTS:
            self._lists.append(_start(node) if tag == "ol" else None)
        if tag == "li" and self._lists and (number := self._lists[-1]) is not None:
            self._line.append(f"{number}. ")
            self._lists[-1] = number + 1

    def _leave(self, tag: str) -> None:
        if tag in _LISTS and self._lists:
            self._lists.pop()

    def _flushed(self) -> list[str]:
        words = _WHITE.sub(" ", "".join(self._line)).strip(" \u00a0\u3000")
        self._line.clear()
        return [words] if words else []

    def _table(self, table: LexborNode) -> Iterator[Block]:
        rows = [
            [
                Cell(self._cell_words(cell), _span(cell, "rowspan"), _span(cell, "colspan"))
                for cell in children(row)
                if cell.tag in ("td", "th") and _is_printed(cell)
            ]
            for row in rows_of(table)
        ]
        for child in children(table):
            if child.tag == "caption":
                yield PrintedLine(self._cell_words(child), apart=True)
        filled = tuple(row for row in laid_out(rows, name=self.name, limits=self.limits) if any(row.cells))
        if filled:
            yield PrintedTable(filled)

    def _cell_words(self, cell: LexborNode) -> str:
        inside = _Walk(self.name, self.limits)
        parts: list[str] = []
        for block in inside.blocks(cell):
            if isinstance(block, PrintedLine):
                parts.append(block.text)
            else:
                parts.extend(" ".join(filter(None, row.cells)) for row in block.rows)
        return cell_words(parts)


def children(node: LexborNode) -> list[LexborNode]:
    """The children of a node, texts among them."""
    found = []
    child = node.child
    while child is not None:
        found.append(child)
        child = child.next
    return found


def rows_of(table: LexborNode) -> list[LexborNode]:
    """The rows of a table and of its parts, not those of a table inside it."""
    rows = []
    for child in children(table):
        if child.tag == "tr":
            rows.append(child)
        elif child.tag in ("tbody", "thead", "tfoot"):
            rows.extend(row for row in children(child) if row.tag == "tr")
    return rows


def is_frame(table: LexborNode) -> bool:
    """A table that only lays out the page: one cell a row, or one that holds another table."""
    rows = rows_of(table)
    widest = max((sum(cell.tag in ("td", "th") for cell in children(row)) for row in rows), default=0)
    return widest <= 1 or table.css_first("table table") is not None


def _is_printed(node: LexborNode) -> bool:
    tag = node.tag or ""
    if tag in UNPRINTED or tag.startswith(("-", "!")):
        return False
    attributes = node.attributes
    style = (attributes.get("style") or "").replace(" ", "").lower()
    return "hidden" not in attributes and "display:none" not in style and "visibility:hidden" not in style


def _span(cell: LexborNode, name: str) -> int:
    value = (cell.attributes.get(name) or "").strip()
    return min(int(value), 65_534) if value.isdecimal() and len(value) < 9 else 1


def _start(node: LexborNode) -> int:
    value = (node.attributes.get("start") or "").strip()
    return int(value) if value.isdecimal() and len(value) < 6 else 1
