"""Pages as pictures: upright, of the right page, and without private data."""

from __future__ import annotations

import base64
import io
from dataclasses import replace

import pdfplumber
import pytest
from PIL import Image

from core.errors import NotFoundError
from core.settings import Settings
from graph.ledger.imprints import Imprint, Spot
from loaders.extraction import extract
from loaders.limits import MAX_SECONDS_A_PICTURE, Limits
from loaders.readers import pictures
from loaders.readers.paper import Box
from loaders.readers.pictures import picture_of
from tests.hostile.files import NOTICE
from tests.loaders.test_scans import as_bytes
from tests.loaders.writers import as_docx, as_pdf, parts_of

PHONE = "13800001234"
TEXT = f"{NOTICE}\n\n联系人：章三，电话{PHONE}。\n\n附件：名单\n"


def imprint(data: bytes, page: int = 1) -> Imprint:
    """What the ledger keeps of a page."""
    kept = extract(data, "a.pdf", Settings()).reading.imprints
    return next(each for each in kept if each.page == page)


def drawn(data: bytes, page: Imprint) -> tuple[Image.Image, float]:
    """The picture, and pixels a point."""
    image = Image.open(io.BytesIO(picture_of(data, "a.pdf", page))).convert("L")
    return image, image.width / page.width


def shades(image: Image.Image, scale: float, box: Box) -> set[int]:
    """The greys inside a box given in points, its edge left out."""
    inside = image.crop(
        (int(box.x0 * scale) + 1, int(box.top * scale) + 1, int(box.x1 * scale) - 1, int(box.bottom * scale) - 1)
    )
    return {value for value, count in enumerate(inside.histogram()) if count}


def box_of(data: bytes, words: str) -> Box:
    """Where words stand on the first page, as another program finds them."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        found = pdf.pages[0].search(words)[0]
    return Box(found["x0"], found["top"], found["x1"], found["bottom"])


def test_the_line_of_private_data_is_black_and_what_is_public_is_there() -> None:
    data = as_pdf(parts_of(TEXT))
    page = imprint(data)
    image, scale = drawn(data, page)
    assert 1_235 < image.width < 1_245
    assert 1_750 < image.height < 1_760
    (private,) = (Box(each.x0, each.top, each.x1, each.bottom) for each in page.spots if each.private)
    assert max(shades(image, scale, private)) < 20
    public = next(each for each in page.spots if not each.private)
    seen = shades(image, scale, Box(public.x0, public.top, public.x1, public.bottom))
    assert min(seen) < 80
    assert max(seen) > 200


def test_private_data_outside_the_text_is_black_too() -> None:
    data = as_pdf(parts_of(NOTICE), header=f"值班电话 {PHONE}")
    page = imprint(data)
    assert not any(spot.private for spot in page.spots)  # a running header is left out of the text
    image, scale = drawn(data, page)
    assert max(shades(image, scale, box_of(data, PHONE))) < 20
    assert max(shades(image, scale, box_of(data, "值班电话"))) > 200


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_lies_is_shown_upright_with_its_boxes_in_place(turn: int) -> None:
    import pypdfium2

    upright = as_pdf(parts_of(TEXT), header=f"值班电话 {PHONE}")
    document = pypdfium2.PdfDocument(upright)
    document[0].set_rotation(turn)  # the file says that the page is to be laid on its side; the reader sets it upright
    stream = io.BytesIO()
    document.save(stream)
    page = imprint(stream.getvalue())
    assert page.turn == (360 - turn) % 360
    expected, scale = drawn(upright, imprint(upright))
    found, _ = drawn(stream.getvalue(), page)
    assert found.size == expected.size
    assert max(shades(found, scale, box_of(upright, PHONE))) < 20
    private = next(spot for spot in page.spots if spot.private)
    assert max(shades(found, scale, Box(private.x0, private.top, private.x1, private.bottom))) < 20


def test_a_page_that_is_not_as_it_was_read_is_not_shown() -> None:
    data = as_pdf(parts_of(TEXT))
    for other in (replace(imprint(data), width=500), replace(imprint(data), turn=90)):
        with pytest.raises(NotFoundError, match="PAGE-NO-PICTURE"):
            picture_of(data, "a.pdf", other)


def test_a_scan_is_shown_as_it_was_read_with_its_private_lines_black() -> None:
    picture = Image.new("RGB", (400, 300), "white")
    picture.paste("gray", (0, 0, 20, 300))  # the left edge, which becomes the upper one
    page = Imprint(1, 108, 144, 90, (Spot(0, 5, 10, 60, 50, 70, private=True), Spot(5, 9, 10, 90, 50, 99)))
    for kind in ("PNG", "JPEG", "TIFF"):
        data = as_bytes(picture, kind)
        image, scale = drawn(data, page)
        assert (image.width, image.height) == (300, 400)
        assert max(shades(image, scale, Box(10, 60, 50, 70))) < 20
        assert min(shades(image, scale, Box(10, 90, 50, 99))) > 200
        assert shades(image, scale, Box(5, 1, 100, 5)) <= set(range(100, 160))


def test_what_has_no_pages_has_no_picture() -> None:
    page = Imprint(1, 100, 100, 0, ())
    for name, data in (("a.docx", as_docx(parts_of(NOTICE))), ("a.txt", NOTICE.encode())):
        with pytest.raises(NotFoundError, match="PAGE-NO-PICTURE"):
            picture_of(data, name, page)
    with pytest.raises(NotFoundError, match="PAGE-NO-PICTURE"):
        picture_of(as_bytes(Image.new("RGB", (90, 90)), "PNG"), "a.png", replace(page, page=2))


def test_drawing_is_held_to_its_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[float] = []

    def call(*_: object, limits: Limits, **__: object) -> str:
        held.append(limits.seconds)
        return base64.b64encode(b"png").decode()

    monkeypatch.setattr(pictures, "call_apart", call)
    assert pictures.picture_of(as_pdf(parts_of(NOTICE)), "a.pdf", Imprint(1, 595, 842, 0, ())) == b"png"
    assert held == [MAX_SECONDS_A_PICTURE]
