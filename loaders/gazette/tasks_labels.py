"""Labels and unit brackets of a passage of running text, each passage read once, and lines that are nothing else.

A passage without the letters that begin any such word is not looked at; a table row is read apart. A label that lost its colon
counts only beside another label.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.gazette.headings import Mark
from loaders.gazette.tasks_fields import Zone
from loaders.gazette.tasks_zones import zone_without_colon, zones
from loaders.readers.paper import Passage

#: One set of letters begins all of them, so that no place before such a letter is looked at.
_ZONE_SIGN = re.compile(
    r"[单部领牵负责科处股委主承协配时期节成。;](?:(?<=单)\s*位|(?<=部)\s*门|(?<=领)\s*导|(?<=牵)头|(?<=负)责|(?<=责)\s*任\s*人|(?<=[科处股委])室"
    r"|(?<=委)办|(?<=主)[体办]|(?<=[承协])办|(?<=配)合|(?<=[时期])\s*限|(?<=限期)|(?<=时)\s*间|(?<=节)\s*点|(?<=完成)[。;]?\s*$|(?<=[。;])\s{0,2}[(\[])"
)


def labelled(passage: Passage) -> list[Zone]:
    """The labels and unit brackets of a passage; none of a table row, which is read apart."""
    text = passage.text
    opens = ":" in text or "(" in text or "[" in text or "〔" in text
    return passage.once(zones) if opens and "\t" not in text and _ZONE_SIGN.search(text) is not None else []


def labels_without_colon(body: Sequence[Passage]) -> dict[int, list[Zone]]:
    """Labels without colon by their place, each beside a line of labels that have theirs, or beside another such label, on its line or the next."""
    read = [passage.once(zone_without_colon) for passage in body]
    found: dict[int, list[Zone]] = {}
    for at, zone in enumerate(read):
        if zone is None:
            continue
        around = [near for near in (at - 1, at + 1) if 0 <= near < len(body)]
        if len(zone.fields) > 1 or any(read[near] is not None or body[near].once(labelled) for near in around):
            found[body[at].start] = [zone]
    return found


def is_label(passage: Passage) -> bool:
    """Whether a passage is labels and their values, and nothing else."""
    found = passage.once(labelled)
    return bool(found) and not found[0].bracketed and covers(passage, found[0], None)


def covers(passage: Passage, zone: Zone, mark: Mark | None) -> bool:
    """Whether the zone is all the passage says (behind its number)."""
    return not passage.text[mark.end if mark else 0 : zone.start].strip(" -*●○★☆▲△◆◇■□※。;[(")
