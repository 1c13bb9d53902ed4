"""What a post begins with that stands right behind a name with nothing between: a level, a rank, a body known by its first word.

`谭某团省委副书记`, `程某民政厅副厅长`, `邱某某临江市副市长`: without one of these beginnings the letters may part anywhere.
"""

from __future__ import annotations

import re
from functools import cache

from graph.names.data import regions

_LEVELS = "省市县区旗盟州"
#: Behind a name the letter of a level begins a post; 州市委 does not, for it is the end of a place (`云州市委`).
_BEGINS = re.compile(
    r"^(?:[省市县区旗盟镇乡村]|州(?!市(?![场政]))|副|党|政府|政协|人大|常务|第一|代|提名|自治|街道|原|苏木|嘎查|纪委|调研员|局|主任|书记|校|院"
    r"|团[省市县区旗州盟]委|团中央|共青团|国务院|中央|中共|全国|国家|武警)"
)
#: Departments whose level is left unsaid, as the bodies of the state and of one province print them.
_DEPARTMENT = re.compile(
    r"^(?![\u4e00-\u9fff]{2,8}分局)(?:外交|国防|教育|科技|科学技术|工业和信息化|经济和信息化|公安|民政|司法|财政|人力资源|劳动|国土资源|自然资源|生态环境|环境保护|环保|住房"
    r"|城乡|交通|铁道|水利|水务|农业|农牧|商务|文化|旅游|卫生|审计|海关|税务|国税|地税|工商|质检|质量|市场监|广电|新闻出版|体育|安监|应急管理"
    r"|食品药品|统计|林业|知识产权|机关事务|地震|气象|能源|海洋|测绘|民航|铁路|邮政|文物|粮食|畜牧|扶贫|乡村振兴|信访|医疗保障|城市管理|发展改革"
    r"|发展和改革|国资委|宣传|统战|政法委|总参谋部|人民银行|人行)[\u4e00-\u9fff]{0,10}?(?:部|厅|局|委|署|办|行)"
)
_OF_STATE = re.compile("国务院|中央[\u4e00-\u9fff]|全国[\u4e00-\u9fff]{2}|武警")
_COMMITTEE = re.compile(rf"[{_LEVELS}]委")
_PLACE = re.compile(
    rf"^(?P<place>(?:(?![副为的任是在和与及省市县区旗盟])[\u4e00-\u9fff]){{2,5}}[{_LEVELS}])(?=委|政府|人大|政协|副|常务|长|[{_LEVELS}]长|[{_LEVELS}]委)"
)


def begins_post(rest: str) -> bool:
    """Whether letters begin as posts do, whoever stands before them."""
    return _BEGINS.match(rest) is not None


def begins_department(rest: str) -> bool:
    """Whether letters begin with a department whose level is left unsaid, or with a body of the state."""
    return _DEPARTMENT.match(rest) is not None or _OF_STATE.match(rest) is not None


def leads_behind(name: str, rest: str, *, unparted: bool) -> bool:
    """Whether `rest`, glued to a name, begins as a post does; also with a department or a place, where no longer place is meant.

    A place counts only in letters that white space parts nowhere (`unparted`), but for behind the surname.
    """
    if name[-1] == "团" and _COMMITTEE.match(rest) is not None:
        return False  # 夏某 is 团省委副书记
    if begins_post(rest):
        return True
    if _DEPARTMENT.match(rest) is not None:
        return not any(name + level in _places() for level in _LEVELS)  # 平江水利局局长 is nobody called 平江
    match = _PLACE.match(rest) if unparted else None
    if match is None:
        return False
    place = match["place"]
    return (len(place) == 3 or place in _places()) and not any(
        (name[-size:] + place) in _places() for size in (1, 2, 3)
    )


@cache
def _places() -> frozenset[str]:
    return frozenset(regions().values())
