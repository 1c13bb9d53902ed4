"""What stands in a bracket behind the name of a body: the name it gives up (`甲领导小组（原乙领导小组）`), or a note on when and how many."""

from __future__ import annotations

import re

_FORMERLY = re.compile(r"\s*\(原(?:名|称)?:?(?P<old>[^()]{4,40}(?:领导小组|小组|指挥部|委员会|联席会议|专班|组))\)$")
#: `甲委员会（2031年2月换届）`, `（2003.4—2005.12）`, `（共12人）`.
_NOTED = re.compile(
    r"\s*\((?:[^()]{0,16}(?:调整|换届|成立|增补|更新|修订|充实)|盖章|共?\d{1,3}人|(?:19|20)\d\d[\d.年月—–~至今-]{0,24})\)$"
)
#: What stands before the name of a body in its heading: `附件1`, `新当选的`, the other bodies of a list that have no kind (`某村“两委”及`).
LEAD_IN = re.compile(
    r"[\u4e00-\u9fff]{0,20}[“\"]?[两三]委[”\"]?(?:班子)?(?:成员)?[、及和与]|附件\s*\d{0,2}\s*|新(?:当选|一届|任|产生)的?|[^。;:]{2,40}?(?:更|改)名为(?=[\u4e00-\u9fff])"
)


def without_note(heading: str) -> str:
    """The words of a heading without the note behind them."""
    return _NOTED.sub("", heading)


def parted(heading: str) -> tuple[str, str]:
    """The words of a heading without such a bracket, and the former name in it (empty: there is none)."""
    match = _FORMERLY.search(heading) if heading.endswith(")") and "(原" in heading else None
    return (heading, "") if match is None else (heading[: match.start()], match["old"])
