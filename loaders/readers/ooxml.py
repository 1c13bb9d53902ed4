"""Parts of office files as XML, from strangers: no document types, no entities, nothing fetched, nothing run.

A part with a document type is refused before it is parsed: office files never have one (ISO/IEC 29500-2, 8.1.4), and
entities that grow or point elsewhere need one. Relationships that point outside the file are never followed.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from core.errors import InputError
from loaders.limits import MAX_NESTING, Limits, beyond
from loaders.readers.archive import Archive
from loaders.readers.formats import broken

_DOCTYPE = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_SAVE_AGAIN = "用文字处理软件打开后另存 | open it in a word processor and save it again"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OFFICE_DOCUMENT = "/officeDocument"


def part(archive: Archive, name: str, limits: Limits) -> etree._Element | None:
    """The root of a part; None if the file has none of that name.

    Raises `InputError` (`XML-DOCTYPE`, `FILE-BROKEN`) or `LimitError`.
    """
    if name not in archive:
        return None
    data = archive.read(name)
    check_no_doctype(data, archive.name, name)
    # libxml2 itself refuses what nests deeper than `MAX_NESTING`; `huge_tree` would lift that.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if "Excessive depth" in str(error):
            raise beyond(
                archive.name, "PAPER-TOO-DEEP", found=f"{name}: 嵌套 nesting", limit=f"{MAX_NESTING}"
            ) from error
        raise broken(archive.name, name, error, _SAVE_AGAIN) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _doctype(archive.name, name)
    elements = sum(1 for _ in root.iter())
    if elements > limits.elements:
        raise beyond(
            archive.name, "PAPER-TOO-LARGE", found=f"{name}: {elements} 元素 elements", limit=f"{limits.elements}"
        )
    return root


def check_no_doctype(data: bytes, file: str, name: str) -> None:
    """Raise `InputError` (`XML-DOCTYPE`) for a part with a document type, in any encoding an office file may have."""
    if any(mark in data for mark in _DOCTYPE):
        raise _doctype(file, name)


def main_part(archive: Archive, usual: str, limits: Limits) -> str:
    """The name of the part a file begins with, as its relationships say; the usual one if they do not."""
    for kind, target, inside in relationships(archive, "_rels/.rels", limits):
        if inside and kind.endswith(_OFFICE_DOCUMENT) and target.lstrip("/") in archive:
            return target.lstrip("/")
    return usual


def relationships(archive: Archive, name: str, limits: Limits) -> Iterator[tuple[str, str, bool]]:
    """Kind and target of each relationship in a part, and whether it stays inside the file."""
    root = part(archive, name, limits)
    if root is None:
        return
    for element in root.iter(_RELATIONSHIP):
        inside = element.get("TargetMode", "Internal") != "External"
        yield element.get("Type", ""), element.get("Target", ""), inside


def _doctype(file: str, name: str) -> InputError:
    return InputError(
        f"{file}, {name}: 含有文档类型声明，办公文件不应有 | a document type, which no office file has",
        remedy=_SAVE_AGAIN,
        code="XML-DOCTYPE",
    )
