"""Lists of an office that stand below the sentence on where it sits: `办公室设在甲局。` / `主任：乙` / `成员：丙、丁`.

The labels are those of a body too, so such a list counts only below a roster, and only as far as its labels may be an office's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.gazette import offices
from loaders.gazette.rosters_labels import labels_of
from loaders.readers.paper import Passage

_IN_OFFICE = re.compile("(?:常务|专职|第一)?副?主任|成员|联络员|工作人员")
_DIRECTOR = re.compile("(?:常务|专职|第一)?副?主任")


def stretches(lines: Sequence[Passage]) -> list[tuple[list[Passage], bool]]:
    """The lines of a block in stretches, each with whether it is the list of the office."""
    start = _below_seat(lines) if any("办公室" in line.text for line in lines) else None
    if start is None:
        return [(list(lines), False)]
    labelled = ((place, labels_of(lines[place].text)) for place in range(start, len(lines)))
    end = next(
        (place for place, labels in labelled if labels and not all(_IN_OFFICE.fullmatch(one.role) for one in labels)),
        len(lines),
    )
    parts = [(list(lines[:start]), False), (list(lines[start:end]), True), (list(lines[end:]), False)]
    return [part for part in parts if part[0]]


def _below_seat(lines: Sequence[Passage]) -> int | None:
    """Where the list of an office begins: at the label of its director on the next line behind the sentence on its seat."""
    rostered = False
    seated = False
    for place, line in enumerate(lines):
        labels = labels_of(line.text)
        if labels and seated and rostered and _DIRECTOR.fullmatch(labels[0].role):
            return place
        if line.text.strip():
            seated = not labels and "办公室" in line.text and "任" not in line.text and bool(offices.places(line))
        rostered = rostered or bool(labels)
    return None
