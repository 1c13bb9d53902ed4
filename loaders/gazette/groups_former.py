"""The name a body gives up, in a bracket behind the one it is to bear: `甲领导小组（原乙领导小组）`."""

from __future__ import annotations

import re

_FORMERLY = re.compile(r"\s*\(原(?:名|称)?:?(?P<old>[^()]{4,40}(?:领导小组|小组|指挥部|委员会|联席会议|专班|组))\)$")


def parted(heading: str) -> tuple[str, str]:
    """The words of a heading without such a bracket, and the former name in it (empty: there is none)."""
    match = _FORMERLY.search(heading) if heading.endswith(")") and "(原" in heading else None
    return (heading, "") if match is None else (heading[: match.start()], match["old"])
