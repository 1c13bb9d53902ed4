"""Where the tables of a sheet begin, which kind each is, and what one lacks that is nearly a table we know."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from core.errors import InputError, UsageError
from loaders.foreign.kinds import COLUMN_NAMES, KINDS, Column, Kind, flat
from loaders.gazette.heads import role_of
from loaders.readers.folding import fold
from loaders.readers.sheets import Sheet

PRIVATE = re.compile(
    r"(?:联系|联络|经办|填报|填表)人(?:员)?(?:姓名|及(?:联系)?(?:电话|方式))?|(?:个人|联系)?手机(?:号码?)?|移动电话|(?:公民)?身份(?:证|证件)?(?:号码?)?"
    r"|(?:家庭|现|居住|常住)?(?:住址|地址|住所)|(?:电子)?邮箱(?:地址)?|电子邮件|微信号?|QQ号?|出生(?:年月|日期)|银行(?:卡号|账号)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person says of a file: which sheets, which words stand over which column, which document it is."""

    sheets: tuple[str, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()  # (lead_orgs, 主责)
    document: str = ""

    def __bool__(self) -> bool:
        return bool(self.sheets or self.columns or self.document)

    def as_bytes(self) -> bytes:
        """For keeping beside the file, so that it is read again the same way."""
        return json.dumps([self.sheets, self.columns, self.document], ensure_ascii=False).encode()

    @staticmethod
    def from_bytes(data: bytes) -> Choices:
        """The choices of `as_bytes`. Raises `InputError` (`TABLE-PACK`) for anything else."""
        try:
            sheets, columns, document = json.loads(data)
            return Choices(tuple(map(str, sheets)), tuple((str(a), str(b)) for a, b in columns), str(document))
        except (ValueError, TypeError) as error:
            raise InputError("不是打包的表 | not a packed spreadsheet", code="TABLE-PACK") from error


@dataclass(frozen=True, slots=True)
class Head:
    """A head row: where it is, the kind of table it opens, and the column under each of its places."""

    row: int
    kind: Kind
    columns: Mapping[int, Column]


def heads_of(sheet: Sheet, choices: Choices) -> Iterator[Head]:
    """The head rows of a sheet; one that returns (on every printed page) is none of its own."""
    last: tuple[str, ...] = ()
    row = 0
    while row < len(sheet.rows):
        words = sheet.rows[row]
        head = _head(sheet, row, choices) if tuple(filter(None, words)) != last else None
        if head is None:
            row += 1
            continue
        last = tuple(filter(None, words))
        yield head
        row = below(sheet, head)


def check_choices(choices: Choices, sheets: Iterable[Sheet], name: str) -> None:
    here = [sheet.name for sheet in sheets]
    for wanted in choices.sheets:
        if wanted not in here:
            raise UsageError(
                f"{name}: 没有工作表“{wanted}” | no sheet {wanted}",
                remedy=f"现有 | there are: {', '.join(here)}",
                code="SHEET-NOT-FOUND",
            )
    for column, _ in choices.columns:
        if column not in COLUMN_NAMES:
            raise UsageError(
                f"--column {column}: 没有这一列 | no such column",
                remedy=f"可用 | one of: {', '.join(COLUMN_NAMES)}",
                code="TABLE-COLUMN-UNKNOWN",
            )


def not_a_table(sheet: Sheet, name: str, choices: Choices) -> InputError:
    """Why a sheet is no table we know: the column it lacks most plainly, with the words found over its columns."""
    best: tuple[int, Kind, tuple[Column, ...], list[str]] | None = None
    for number in range(min(len(sheet.rows), 30)):
        words = _head_words(sheet, (number,))
        if words is None:
            continue
        for kind in KINDS:
            columns = _columns(kind, words, choices)
            names = {column.name for column in columns.values()}
            lacking = kind.lacking(names)
            score = len(names) * 2 - len(lacking)
            if len(names) >= 2 and lacking and (best is None or score > best[0]):
                best = (score, kind, lacking, [word for word in words if word])
    where = f"{name}, 工作表 sheet {sheet.name}"
    if best is None:
        first = next((row for row in sheet.rows if any(row)), ())
        shown = ", ".join(flat(cell)[:12] for cell in first[:8] if cell)
        return InputError(
            f"{where}: 认不出是什么表 | not a table we know。首行 | first row: {shown}",
            remedy="表头用常用词，如 任务、牵头单位、责任领导；姓名、职务、分管 | use the usual words over the columns",
            code="TABLE-UNKNOWN",
        )
    _, kind, lacking, words = best
    column = lacking[0]
    other = next((word for word in words if kind.column_for(word) is None and not PRIVATE.fullmatch(word)), "…")
    return InputError(
        f"{where}: 缺少一列：{column.label} | no column for {column.name}。现有 | Found: {', '.join(words)}",
        remedy=f"改列名，或指明是哪一列 | rename the column, or say which it is: --column {column.name}={other}",
        code="TABLE-COLUMN-MISSING",
    )


def below(sheet: Sheet, head: Head) -> int:
    return min(head.row + 1, len(sheet.rows))


def _head(sheet: Sheet, row: int, choices: Choices) -> Head | None:
    """The table a row opens: the first kind that fits; a head of two rows counts if it makes more columns known."""
    for kind in KINDS:
        found: list[Head] = []
        for rows in ((row,), (row, row + 1)):
            words = _head_words(sheet, rows)
            columns = _columns(kind, words, choices) if words is not None else {}
            if columns and not kind.lacking({column.name for column in columns.values()}):
                found.append(Head(rows[-1], kind, columns))
        if found:
            return max(found, key=lambda head: (len(head.columns), -head.row))
    return None


def _head_words(sheet: Sheet, rows: tuple[int, ...]) -> list[str] | None:
    """The words over each column; None if a row is not made of short words."""
    if rows[-1] >= len(sheet.rows):
        return None
    words: list[str] = [""] * len(sheet.rows[rows[0]])
    for number in rows:
        row = [flat(fold(cell)) for cell in sheet.rows[number]]
        filled = [cell for cell in row if cell]
        if len(filled) < 2 or any(len(cell) > 24 or "。" in cell for cell in filled):
            return None
        if len(rows) > 1 and number == rows[1] and not _is_second_head(sheet, number, row):
            return None
        words = [new or old for new, old in zip(row, words, strict=True)]
    return words


def _is_second_head(sheet: Sheet, number: int, row: list[str]) -> bool:
    """Whether a row goes on with the head above: part of it is merged down from there, the rest are known words."""
    covered = [column for column in range(len(row)) if (number, column) in sheet.covered]
    own = [cell for column, cell in enumerate(row) if cell and column not in covered]
    return bool(covered) and bool(own) and all(role_of(cell) is not None for cell in own)


def _columns(kind: Kind, words: list[str], choices: Choices) -> dict[int, Column]:
    """The column under each place, what a person said first; two places may be one column (主要领导, 分管领导)."""
    said = {flat(fold(printed)): name for name, printed in choices.columns if kind.named(name) is not None}
    found: dict[int, Column] = {}
    for place, word in enumerate(words):
        column = kind.named(said[word]) if word in said else kind.column_for(word) if word else None
        if column is not None and not PRIVATE.fullmatch(word):
            found[place] = column
    return found
