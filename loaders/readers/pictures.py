"""A page as a picture, for a reader to compare: drawn in a process of its own, what holds private data blacked out.

The boxes of private lines come from the ledger. What the reading rules leave out - running headers, page numbers, letters aside -
stands on the page all the same, so the letters of a PDF are looked through once more before it is shown. What stands only
inside an image on a page with text was never read; `DUTYGRAPH_PAGE_PICTURES=false` shows no page at all.
"""

from __future__ import annotations

import base64
import io
import math
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from core.errors import NotFoundError
from graph.ledger.imprints import Imprint
from graph.private import private_spans
from loaders.limits import LIMITS, MAX_SECONDS_A_PICTURE, Limits
from loaders.readers.apart import call_apart
from loaders.readers.formats import format_of

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfBitmap, PdfPage

#: Pixels: an A4 page at 150 dots an inch, at which small print is legible; a long drawing is held to twice that.
_WIDEST, _LONGEST = 1_240, 3_500
#: Colours of a picture: print, a red seal, the grey of paper.
_COLOURS = 64
#: How far a page of the file may differ from what the ledger knows, in points. Beyond, its boxes would cover other words.
_SAME = 3.0
#: Room around what is blacked out, in points: accents and edges of letters reach over their box.
_ROOM = 2.0

_PICTURE = TypeAdapter(str)


def picture_of(data: bytes, name: str, imprint: Imprint, limits: Limits = LIMITS) -> bytes:
    """The page of a PDF or an image file as PNG, as upright as it was read, private data blacked out.

    Raises `NotFoundError` (`PAGE-NO-PICTURE`) for a file that has none, and what `call_apart` raises.
    """
    if format_of(data, name, limits) not in ("pdf", "image"):
        raise no_picture()
    private = [[spot.x0, spot.top, spot.x1, spot.bottom] for spot in imprint.spots if spot.private]
    given = {"page": imprint.page, "size": [imprint.width, imprint.height], "turn": imprint.turn, "private": private}
    drawn = call_apart(
        draw, data, name, answer=_PICTURE, given=given, limits=replace(limits, seconds=MAX_SECONDS_A_PICTURE)
    )
    if not drawn:
        raise no_picture()
    return base64.b64decode(drawn)


def no_picture() -> NotFoundError:
    """A page that cannot be shown."""
    return NotFoundError(
        "这一页没有图像 | there is no picture of this page",
        remedy="请看文字 | read its text",
        code="PAGE-NO-PICTURE",
    )


def draw(
    data: bytes,
    name: str,
    limits: Limits,
    *,
    page: int,
    size: Sequence[int],
    turn: int,
    private: Sequence[Sequence[float]],
) -> str:
    """The picture, as base64; empty if the page is not of the size it was read with. Called in the child process."""
    drawn = (_of_pdf if format_of(data, name, limits) == "pdf" else _of_image)(data, page, size, turn, limits)
    if drawn is None:
        return ""
    image, letters = drawn
    scale = image.width / size[0]
    covered = [[edge * scale for edge in box] for box in private] + letters
    return base64.b64encode(_blacked_out(image, covered, _ROOM * scale)).decode()


def _of_pdf(
    data: bytes, number: int, size: Sequence[int], turn: int, limits: Limits
) -> tuple[Image, list[list[float]]] | None:
    """A page of a PDF, and the boxes of its private letters in pixels."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        page = document[number - 1]
        page.set_rotation((page.get_rotation() + turn) % 360)
        if not _fits(page.get_size(), size):
            page.set_cropbox(
                *page.get_mediabox()
            )  # text is placed within the media box, scans are drawn from the crop box
        if not _fits(page.get_size(), size):
            return None
        bitmap = page.render(scale=_scale(size, limits), rev_byteorder=True)
        return bitmap.to_pil().convert("RGB"), _private_letters(page, bitmap)
    finally:
        document.close()


def _of_image(
    data: bytes, number: int, size: Sequence[int], turn: int, limits: Limits
) -> tuple[Image, list[list[float]]] | None:
    """A frame of an image file."""
    from loaders.readers.scans import frames

    image = next((each for at, each in enumerate(frames(data, "", limits), start=1) if at == number), None)
    if image is None:
        return None
    image = image.rotate(-turn, expand=True)
    if abs(image.width / image.height - size[0] / size[1]) > _SAME / min(size):
        return None
    image.thumbnail((_WIDEST, _LONGEST))
    return image, []


def _fits(found: tuple[float, float], size: Sequence[int]) -> bool:
    return all(abs(one - other) <= _SAME for one, other in zip(found, size, strict=True))


def _scale(size: Sequence[int], limits: Limits) -> float:
    """Pixels a point."""
    most = math.sqrt(limits.pixels / (size[0] * size[1]))
    return min(_WIDEST / size[0], _LONGEST / size[1], most)


def _private_letters(page: PdfPage, bitmap: PdfBitmap) -> list[list[float]]:
    """The boxes of the letters of a page that are private data, in pixels of its picture."""
    from pypdfium2 import raw

    text = page.get_textpage()
    codes = [(raw.FPDFText_GetUnicode(text, at), at) for at in range(text.count_chars())]
    # A line ends with a carriage return and a line feed, neither of which is printed: one is enough.
    letters = [(chr(code), at) for code, at in codes if code not in (0, 13) and not 0xD800 <= code < 0xE000]
    spans = private_spans("".join(letter for letter, _ in letters))
    place = bitmap.get_posconv(page).to_bitmap
    boxes = []
    for start, end in spans:
        for _, at in letters[start:end]:
            left, bottom, right, top = text.get_charbox(at, loose=True)
            (x0, y0), (x1, y1) = place(left, top), place(right, bottom)
            boxes.append([min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)])
    return boxes


def _blacked_out(picture: Image, boxes: Sequence[Sequence[float]], room: float) -> bytes:
    """The picture as PNG with these boxes black, and nothing of what a file says about itself."""
    from PIL import Image, ImageDraw

    pen = ImageDraw.Draw(picture)
    for x0, y0, x1, y1 in boxes:
        pen.rectangle((x0 - room, y0 - room, x1 + room, y1 + room), fill="black")
    stream = io.BytesIO()
    picture.quantize(_COLOURS, dither=Image.Dither.NONE).save(stream, "PNG")
    return stream.getvalue()
