"""Entries of rosters that narrow columns break over lines where neither line is a seat by itself.

In lists with the post before the name a long post fills its line: `市自然资源局某分局副局` / `长 倪某`, or, whole, `某投资有限公司董事长` /
`毕某`. A scan may break a label itself, and the last label of a line of units may go on below and end there before a sentence:
`成员单位：甲局、区城` / `管局、乙局。办公室设在…`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from loaders.gazette.mentions import title_first
from loaders.gazette.persons import is_name, is_title, is_unit, read_mention, read_mentions
from loaders.gazette.rosters_labels import role_of
from loaders.gazette.rosters_verdicts import verdict_on
from loaders.readers.paper import Passage

#: `成` alone on its line over `员：…`: a label as scans and narrow cells break it, blanks between its letters or none.
_HALF_LABEL = re.compile(r"\s*[\u4e00-\u9fff](?:[ \u3000]{0,4}[\u4e00-\u9fff]){0,7}\s*")
_REST_OF_LABEL = re.compile(
    r"\s*(?P<rest>[\u4e00-\u9fff](?:[ \u3000]{0,8}[\u4e00-\u9fff]){0,5})\s*(?:\([^()]{1,10}\)\s*)?:"
)
#: The same before a gap: `常务副` / `组  长  丁一  副县长`.
_ROLE_BEHIND = re.compile(r"\s*(?P<rest>副?[组主总召指队会理][ \u3000]{0,6}(?:[任长]|指挥长?|集人|挥长|事长))(?=\s|$)")
#: What nothing but a role follows, so that `组长：` below it is none by itself.
_RANK_ALONE = re.compile(
    "(?:[\u4e00-\u9fff]{0,16}?(?:领导小组|指挥部|委员会|专班))?(?:办公室)?(?:第[一二三四五六]|常务|执行|专职|兼职|名誉|联合|轮值|共同)?副?总?"
)
_RANKS = ("副", "总", "常务", "执行", "专职", "兼职", "名誉", "联合", "轮值", "共同", "第一", "第二", "第三", "第四")
_LAST_WORDS = re.compile(r"[^\s、,;。:]+$")
_POST_ALONE = re.compile(r"\s*(?P<post>[\u4e00-\u9fff]{6,30})\s*")
_REST_AND_NAME = re.compile(
    r"\s*(?P<rest>[长任记员理])[ \u3000]{1,4}(?P<name>[\u4e00-\u9fff](?:[ \u3000]{0,4}[\u4e00-\u9fff]){1,3})\s*"
)
_LONGEST_HALF = 40
_NAME_ALONE = re.compile(r"\s*(?P<name>[\u4e00-\u9fff](?:[ \u3000]{0,4}[\u4e00-\u9fff]){1,3})\s*")


def with_whole_labels(lines: Sequence[Passage]) -> Iterator[Passage]:
    """The lines, with a label that is printed on two of them put together (`成` / `员：丁一  县财政局局长`, `常务副` / `组长：丁二`)."""
    held: Passage | None = None
    above = ""
    for line in lines:
        if held is not None:
            if _is_rest_of_label(above, held.text, line.text):
                above = line.text
                yield Passage.join([held, line])
                held = None
                continue
            above = held.text
            yield held
        held = line if len(line.text) < _LONGEST_HALF and _HALF_LABEL.fullmatch(line.text) else None
        if held is None:
            above = line.text
            yield line
    if held is not None:
        yield held


def _is_rest_of_label(above: str, half: str, line: str) -> bool:
    """Whether a line begins with the rest of the label that `half`, a line of letters alone below `above`, begins.

    A rest that is a role by itself (`组长：`) has a rank above it, or the office where nothing above waits for that word.
    """
    first = "".join(half.split())
    ranked = first.endswith(_RANKS) and _RANK_ALONE.fullmatch(first) is not None
    rest = _REST_OF_LABEL.match(line) or (_ROLE_BEHIND.match(line) if ranked else None)
    if rest is None or role_of("".join((first + rest["rest"]).split())) is None:
        return False
    if ranked:
        return True
    if role_of(rest["rest"]) is None:
        return role_of(first) is None or rest["rest"] == "单位"
    last = _LAST_WORDS.search(above.rstrip("。; \u3000"))
    return first == "办公室" and last is not None and (is_title(last.group()) or last.group().endswith(")"))


def whole_entries(lines: Iterable[Passage]) -> Iterator[Passage]:
    """The lines, a post that fills its line put together with the name on the next."""
    before: Passage | None = None
    held: Passage | None = None
    for line in lines:
        if held is not None:
            if _goes_on(before, held, line):
                yield (before := Passage.join([held, line]))
                held = None
                continue
            yield held
            before, held = held, None
        if _POST_ALONE.fullmatch(line.text):
            held = line
            continue
        yield line
        before = line
    if held is not None:
        yield held


def _goes_on(before: Passage | None, upper: Passage, lower: Passage) -> bool:
    """Whether a line of letters alone is a post that the line below ends, or names the holder of."""
    post = upper.text.strip()
    rest = _REST_AND_NAME.fullmatch(lower.text)
    if rest is not None and is_name(rest["name"]):
        return not is_title(post) and is_title(post + rest["rest"]) and not is_unit(post + rest["rest"])
    name = _NAME_ALONE.fullmatch(lower.text)
    if name is None or before is None or not is_title(post) or not is_name(name["name"]) or is_title(name["name"]):
        return False
    # In a list with the name first such a line is the rest of a title, and the next person stands below.
    above = read_mention(before)
    return above is not None and bool(above.person and above.title) and title_first(before, above)


def units_to_the_stop(above: Passage | None, line: Passage) -> int:
    """Where a list of units, broken off inside a name above, ends in a line in which sentences follow it; 0 if it does not go on there."""
    stop = line.text.find("。")
    if above is None or not 0 < stop < len(line.text.rstrip()) - 1 or "、" not in above.text:
        return 0
    head = line.cut(0, stop)
    return stop if ":" not in head.text and verdict_on(above, head) == "join" else 0


def names_to_the_stop(above: Passage | None, line: Passage) -> int:
    """Where a list of persons, begun by a label at the end of its line or broken off behind a mark, ends in a line in which sentences follow it.

    `成员：` / `甲、乙、丙。办公室设在…`; 0 if the line does not go on so.
    """
    stop = line.text.find("。")
    if not 0 < stop < len(line.text.rstrip()) - 1 or (above is not None and not above.text.rstrip().endswith("、")):
        return 0
    head = line.cut(0, stop)
    if "、" not in head.text or ":" in head.text or verdict_on(above, head) not in ("new", "join"):
        return 0
    mentions = read_mentions(head)
    return stop if len(mentions) > 1 and all(one.person for one in mentions) else 0
