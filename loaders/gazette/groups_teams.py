"""What is a body only where a roster stands below it: teams, societies, the desks that edit a chronicle.

Elsewhere `扑火队` is the name of a unit, `学会` part of one, and `编辑部` a room; over `队长：甲` or `主  编  乙` it is whom the list is of.
"""

from __future__ import annotations

import re

TEAM = re.compile(
    "[\u4e00-\u9fff]{2,12}(?:(?<![大支总中部])队|[兵急]连|[协学商合谊进字善金]会|(?:合作|联合)社|[党团总]支部?|妇联|妇委会|工会|联合会)$|^(?:民兵[连营排]|[党团]支部|党总支|妇联|妇委会|工会|共青团)$"
    "|(?:^|社区|[村居校院园厂矿]|嘎查|公司|集团|协会|商会)(?:机关|联合)?[党团](?:委|总支|组织|工委)(?:领导)?(?:班子)?$"
    "|(?<![\u4e00-\u9fff])(?:《[^《》]{2,20}》|[\u4e00-\u9fff]{0,12})(?:编辑部|编写组|[志史鉴]办公室)$"
)
#: What ends as a body does and is none, or says that others are to found one (`各村要成立检查小组`).
NO_BODY = re.compile(
    "(?:党组|机组|重组|(?<!整)改组|分组|小组会)$|^各(?:村|社区|居|生产|党|互助|学习|嘎查|独贵)[^立]{0,6}组$|^各[^立]{1,12}成立|[为任是](?:本|该)?(?:领导小组|指挥部|委员会|专班|联席会议|工作组|专项组|小组)$|[应要须当](?:相应|分别)?(?:成立|组建|设立|建立)"
)
_COUNT = r"[\d一二三四五六七八九十两若]{1,3}"
#: `甲指挥部下设三个工作组`, `下设办公室和五个工作组`, `下设一办四组`, `内设综合办公室及宣传组`: a sentence on the parts names no body.
HAS_PARTS = re.compile(
    rf"[\u4e00-\u9fff](?:[下内分]设|设[立置有]?|分[为成]?)(?:立|置|有)?[“\"]?(?:{_COUNT}[个干办室]|(?:{_COUNT}个)?[\u4e00-\u9fff]{{0,6}}(?:办公室|秘书处|综合[组处科])(?:以及|[和及与并、加]))"
)
#: `甲指挥部内设工作组`: the parts of a body without a name of theirs; the paper is about the body.
_ITS_PARTS = re.compile(
    "(?<=[组部会班议])(?:内设|下设|下属|所属)(?:的)?各?(?:专项)?(?:机构|工作组|工作小组|专项组|专班|小组)$"
)
#: `整改措施：建立物业联席会议制度`: what is to be done about a problem founds nothing yet, and the leaders named below are those of the task.
MEASURES = re.compile(r"[ \u3000]*[\[(〔「『<]?整改(?:落实)?(?:措施|举措|目标|要求|内容|任务)[\])〕」』>:]")
#: The letters without which no word is a team.
_SIGN = re.compile("[队连会社部联组室委支营排班]")


def without_parts(name: str) -> str:
    """The name of a body of whose parts a title speaks."""
    return _ITS_PARTS.sub("", name)


def may_be_team(words: str) -> bool:
    """Whether a heading has what the name of any such body has; asked before the line below it is read."""
    return _SIGN.search(words) is not None
