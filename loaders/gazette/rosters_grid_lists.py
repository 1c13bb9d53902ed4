"""Headings and titles that list who looks after the grids and houses of a place: `某街道甲社区网格长、网格员名单`.

The list is a body, called so without 名单, as the chiefs of rivers are: a paper on several places has one for each.
"""

from __future__ import annotations

import re

_KEEPER = r"(?:总|副|微|专职|兼职|专兼职)?(?:(?:微?网格|楼栋?|单元|楼门|街|巷|片|院落|屯|村民小组)长|网格(?:管理|指导|协管|信息)?员|网格(?:化)?(?:服务|管理)?(?:工作)?(?:人员|队伍|员队伍|团队))"
KEEPERS = rf"(?:{_KEEPER})(?:[、和及与/]{_KEEPER}){{0,3}}"
_TAIL = r"(?:基本)?(?:名单|信息|人员|情况|联系|公示|分布|登记|明细|汇总|统计|一览){0,3}(?:名单|表|名册|花名册|通讯录|方式|公示牌?|公告|公布|一览|名录)"
#: A heading over a table or a label.
GRIDS_LISTED = re.compile(
    rf"[\s◆●■*#]*(?:[(]?[一二三四五六七八九十\d]{{1,3}}[)、.]\s*)?(?P<name>(?![全本各我])[\u4e00-\u9fff\d]{{1,16}}?(?:街道|社区|小区|片区|村|镇|乡|苏木|嘎查|居委会|园区|林场|农场|网格){KEEPERS}){_TAIL}\s*:?\s*"
)
