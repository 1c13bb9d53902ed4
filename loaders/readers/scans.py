"""Scans by optical character recognition: images, and the pages of a PDF that hold no readable text.

`rapidocr` (the extra `ocr`) carries its models in the wheel and asks no network. How sure it is of a line goes with the line, so
that a statement is never surer than the recognition it rests on.
"""

from __future__ import annotations

import io
import math
import warnings
from collections.abc import Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

from core.errors import InputError
from loaders.limits import Limits, beyond
from loaders.readers.layout import Piece, blocks_of, in_order, rows_of
from loaders.readers.pages import Block, Printed, PrintedPage, Unreadable
from loaders.readers.paper import Box
from loaders.readers.scan_tables import tables_of

if TYPE_CHECKING:
    from PIL.Image import Image

#: Dots an inch a page is drawn with: characters of 10.5 points become 29 pixels high, what the models were trained on.
_DOTS = 200
_POINTS = 72
#: Lines taller than wide, in most places, mean that the page lies on its side.
_LYING = 1.5
#: Recognised lines are told apart by their boxes; print fills about this part of a box's height.
_PRINT_IN_BOX = 0.8


class Recogniser(Protocol):
    """What finds lines in a picture: words, four corners and sureness of each."""

    def __call__(self, image: Image) -> list[tuple[str, Box, float]]:
        """The lines of a picture, boxes in pixels."""
        ...


def installed() -> bool:
    """Whether the extra `ocr` is there."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


def missing(name: str) -> InputError:
    """An image, and nothing to read it with."""
    return InputError(
        f"{name}: 是图像，需要文字识别 | an image, which takes OCR to read",
        remedy="安装后再载入：pip install 'dutygraph[ocr]' | install OCR, then load it again",
        code="OCR-MISSING",
    )


def read(data: bytes, name: str, limits: Limits) -> Printed:
    """The pages of an image file, one a frame.

    Raises `InputError` (`OCR-MISSING`, `FILE-BROKEN`) or `LimitError` (`PAPER-TOO-LARGE`).
    """
    if not installed():
        raise missing(name)
    recogniser = rapid()
    pages = [
        page_of(image, number, _POINTS / _DOTS, recogniser)
        for number, image in enumerate(frames(data, name, limits), start=1)
    ]
    return Printed("scan", tuple(pages))


def read_pdf(data: bytes, name: str, limits: Limits) -> Printed:
    """The pages of a PDF in their order: those that hold text read as text, the others recognised."""
    from loaders.readers import pdf

    found = pdf.pages_of(data, name, limits)
    numbers = [each.page for each in found.unreadable]
    if len(numbers) > limits.scanned_pages:
        count = f"{len(numbers)} 页扫描 scanned pages"
        raise beyond(name, "PAPER-TOO-LARGE", found=count, limit=f"{limits.scanned_pages}")
    recogniser = rapid()
    scanned = [
        page_of(image, number, scale, recogniser) for number, image, scale in pdf.pictures(data, numbers, limits, _DOTS)
    ]
    empty = {page.number for page in scanned if not page.blocks}
    pages = sorted((*found.pages, *(page for page in scanned if page.blocks)), key=lambda page: page.number)
    return Printed(
        "scan" if 2 * len(scanned) >= len(pages) else "pdf",
        tuple(pdf.put_together(pages)),
        tuple(Unreadable(number, "scan") for number in sorted(empty)),
    )


def page_of(image: Image, number: int, scale: float, recogniser: Recogniser) -> PrintedPage:
    """One page: its lines in reading order. `scale` makes points of pixels."""
    lines, held = recogniser(image), 0
    for turn in (270, 90):
        tall = sum(box.bottom - box.top > _LYING * (box.x1 - box.x0) for _, box, _ in lines)
        if 2 * tall <= len(lines):
            break
        turned = image.rotate(-turn, expand=True)
        again = recogniser(turned)
        if _sureness(again) > _sureness(lines):
            lines, image, held = again, turned, (held + turn) % 360
    pieces = [
        Piece(
            Box(box.x0 * scale, box.top * scale, box.x1 * scale, box.bottom * scale),
            words,
            max((box.bottom - box.top) * scale * _PRINT_IN_BOX, 1.0),
            confidence,
        )
        for words, box, confidence in lines
    ]
    tables = tables_of(image, pieces, number, scale)
    outside = [piece for piece in pieces if not any(_within(piece, table.box) for table in tables)]
    outside += [Piece(table.box, table=table.table) for table in tables]
    blocks: list[Block] = []
    for stretch in in_order(rows_of(outside)):
        blocks.extend(blocks_of(stretch))
    return PrintedPage(number, tuple(blocks), image.width * scale, image.height * scale, held)


def _within(piece: Piece, box: Box) -> bool:
    return box.x0 <= (piece.box.x0 + piece.box.x1) / 2 <= box.x1 and box.top <= piece.middle <= box.bottom


def rapid() -> Recogniser:
    """The recogniser of the extra `ocr`, on one thread, its models out of the wheel."""
    from rapidocr import RapidOCR
    from rapidocr.utils.output import RapidOCROutput

    threads = {"intra_op_num_threads": 1, "inter_op_num_threads": 1}
    engine = RapidOCR(
        params={"Global.log_level": "error", **{f"EngineConfig.onnxruntime.{key}": n for key, n in threads.items()}}
    )

    def recognise(image: Image) -> list[tuple[str, Box, float]]:
        found = engine(image.convert("RGB"))
        if not isinstance(found, RapidOCROutput) or found.boxes is None or not found.txts or not found.scores:
            return []
        return [
            (str(words), _upright_box(corners), round(float(score), 3))
            for corners, words, score in zip(found.boxes.tolist(), found.txts, found.scores, strict=True)
            if str(words).strip()
        ]

    return recognise


def _upright_box(corners: list[list[float]]) -> Box:
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _sureness(lines: list[tuple[str, Box, float]]) -> float:
    """How many characters were recognised, each counted as sure as its line."""
    return sum(len(words) * confidence for words, _, confidence in lines)


def frames(data: bytes, name: str, limits: Limits) -> Iterator[Image]:
    """The frames of an image file, upright as it says. Raises `LimitError` (`PAPER-TOO-LARGE`)."""
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our own limit is told below
            opened = Image.open(io.BytesIO(data))
    except Image.DecompressionBombError as error:
        raise beyond(
            name, "PAPER-TOO-LARGE", found="图像过大 the image", limit=f"{limits.pixels} 像素 pixels"
        ) from error
    with opened as image:
        count = getattr(image, "n_frames", 1)
        if count > limits.scanned_pages:
            raise beyond(name, "PAPER-TOO-LARGE", found=f"{count} 帧 frames", limit=f"{limits.scanned_pages}")
        for number in range(count):
            image.seek(number)
            if image.width * image.height > limits.pixels:
                raise beyond(
                    name, "PAPER-TOO-LARGE", found=f"{image.width}×{image.height} 像素 pixels", limit=f"{limits.pixels}"
                )
            yield ImageOps.exif_transpose(image.convert("RGB"))


def fitting_dots(width: float, height: float, limits: Limits, dots: int = _DOTS) -> float:
    """Dots an inch at which a page of this size in points stays within `limits.pixels`."""
    inches = max(width * height, 1.0) / _POINTS**2
    return min(float(dots), math.sqrt(limits.pixels / inches))
