"""What a paper must print before it can state a seat, an office or a clause: looked for before a roster is.

Most papers print no roster, and cutting one into blocks costs as much as all other rules together. Each sign is a label as the
rules themselves find it, or a word that every pattern of its rule holds: a paper without any has nothing they could read
(`tests/loaders/test_signs.py` reads all papers with and without asking).
"""

from __future__ import annotations

import re

from loaders.gazette.notice import Notice
from loaders.gazette.offices import SEATED
from loaders.gazette.rosters_blocks import running
from loaders.gazette.rosters_chiefs import CHIEF_SIGN
from loaders.gazette.rosters_districts import opens_district
from loaders.gazette.rosters_elected import ELECTED
from loaders.gazette.rosters_labelled import IN_CHARGE
from loaders.gazette.rosters_labels import labels_of, spaced_label
from loaders.gazette.rosters_names_said import FOUNDED_WITH
from loaders.gazette.rosters_openings import label_below
from loaders.gazette.rosters_parts import may_open_part
from loaders.gazette.rosters_patch_clauses import WORDS
from loaders.gazette.rosters_roles_behind import ROLE_LAST, ROLES_LAST
from loaders.gazette.rosters_said_plainly import PLAIN
from loaders.gazette.rosters_sentences import HOUSE_LED, LEADER, ROLE_IS
from loaders.gazette.successions import CHANGE_WORD, is_clause_like

#: One of these stands in every sentence below but `成员为…`. Each begins with a letter, no set of letters: so places where none begins are passed over quickly.
_ANY = re.compile(
    "|".join((LEADER.pattern, "队长|办公|组成|构成|所长|站长|校长|院长", CHANGE_WORD.pattern, WORDS.pattern))
)
#: The last letter of a role and what `ROLE_IS` asks for behind it.
_MAY_BE = re.compile(r"[长员任人挥队席委位问](?:分别)?(?:[为是由包有])")
#: A role before white space, or alone on its line: the last letters of roles, of words that lead in, of a bracket.
_LABEL_ENDS = frozenset("长任员人挥官席编辑队委位问家对事书导)括含是为下")
_LABEL_SIGN = re.compile(rf"[{''.join(sorted(_LABEL_ENDS))}](?!\S)")
#: `甲（组员）`: a line that begins with a name and its role; those of leaders are seen by their words.
_MEMBER_BEHIND = re.compile(r"[^()]+\([^()]*[员位]\s*\)")
#: Who leads a 委员会 is its 主任: in a sentence that names one, whoever holds the post may have a seat.
_CHAIR = re.compile(r"主任(?:委员)?(?:[一二三四五六\d]{1,2}名)?,?由|[任为]主任(?=[,;。、])")
#: The roles that a sentence can take from somebody or give to somebody.
_ROLE = re.compile(
    "组长|主任|召集人|指挥长|总指挥|会长|理事长|秘书长|主席|[河林湖田路链段]长|成员|组员|委员|理事|顾问|联络员|编委|主编"
)
#: What a body that 由…组成 is called, quotation marks and white space inside allowed.
_BODY = re.compile(r'[组班部所议会][\s“”"]*(?:(?:组[\s“”"]*成[\s“”"]*人|成|人)[\s“”"]*员[\s“”"]*)?,?[由在]')


def may_have_seats(notice: Notice, *, setting: bool) -> bool:
    """Whether anything in a notice below its title may be a seat, an office or a succession clause.

    `setting` says that its title speaks of changing a roster: then also `X任主任` is a change.
    """
    words = notice.words
    if "\t" in words or "|" in words or notice.rows or setting:
        return True
    return _has_label(notice) or any(_may_state(passage.text) for passage in running(notice))


def _has_label(notice: Notice) -> bool:
    """Whether a line begins with a label of a roster, holds one before a colon, or announces persons below it."""
    paper = notice.paper
    for line in notice.lines:
        words = paper.words[line.number - 1]
        if ":" in words and (
            labels_of(printed := paper.folded_line(line))
            or label_below(printed)
            or IN_CHARGE.match(printed)
            or opens_district(printed)
        ):
            return True
        if "(" in words and _MEMBER_BEHIND.match(words):
            return True
        if words.endswith(ROLES_LAST) and ROLE_LAST.fullmatch(printed := paper.folded_line(line)) is not None:
            return True
        if _may_name_chief(words) and may_open_part(words):
            return True
        if (words[-1:] in _LABEL_ENDS or " " in words) and _LABEL_SIGN.search(words) and spaced_label(words):
            return True
    return False


def _may_name_chief(words: str) -> bool:
    """Whether a line holds a letter or a word of one who leads a part; written out, for most lines hold none."""
    return "长" in words or "由" in words or "挥" in words or "召集人" in words or "负责," in words or "负责;" in words


def _may_state(text: str) -> bool:
    """Whether a sentence of a passage may state a seat, an office or a clause."""
    if ("为" in text or "是" in text) and _MAY_BE.search(text) and ROLE_IS.search(text):
        return True
    if "长" in text and CHIEF_SIGN.search(text):
        return True
    if "主任" in text and (
        FOUNDED_WITH.search(text) or PLAIN.search(text) or ("委员会" in text and _CHAIR.search(text))
    ):
        return True
    if "届" in text and ELECTED.search(text):
        return True
    if _ANY.search(text) is None:
        return False
    if "办公" in text and ("主任" in text or "办公室成员" in text or SEATED.search(text)):
        return True
    if LEADER.search(text) or "队长" in text or HOUSE_LED.search(text) or is_clause_like(text):
        return True
    if ("组成" in text or "构成" in text) and _BODY.search(text):
        return True
    return WORDS.search(text) is not None and _ROLE.search(text) is not None
