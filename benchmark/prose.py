"""Ordinary policy prose of a made-up district: plans, measures and reports without tables, seeded, as long as wanted.

What a gazette prints between its rosters and tables: a notice with number, addressees and signature, then numbered
sections of whole paragraphs, a part of them wrapped at the width of a printed page. The words by which rules begin
to look (负责, 牵头, 由, 组, 经, 每年 …) stand in it as often as such papers have them; hardly any sentence states a fact.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

#: Printed characters in a line of a page.
_WIDTH = 42
_NUMERALS = "一二三四五六七八九十"

_FIELDS = (
    "生态环境保护", "社会信用体系建设", "农村人居环境整治", "政务公开", "养老服务", "燃气安全", "数字政府", "乡村振兴", "商贸流通", "防灾减灾",
    "职业技能培训", "河湖管护", "绿色建筑", "文化遗产保护", "义务教育均衡发展", "药品安全", "消费促进", "知识产权保护", "城市更新", "耕地保护",
)  # fmt: skip
_UNITS = (
    "区发展和改革局", "区财政局", "区农牧局", "区住房和城乡建设局", "区教育体育局", "区市场监督管理局", "区应急管理局", "区生态环境分局", "区水务局", "区商务局",
)  # fmt: skip
_TOWNS = ("苇渡镇", "石笠镇", "青杼镇", "河汊街道", "临水街道")
_SHAPES = ("实施方案", "管理办法", "三年行动计划", "工作要点", "若干措施", "“十五五”规划")
_THINGS = (
    "基础设施", "服务体系", "监测网络", "信息平台", "示范项目", "专业市场", "骨干企业", "服务窗口", "储备仓库", "实训基地", "综合站点", "公共空间",
)  # fmt: skip
_AIMS = ("补齐短板", "提升质效", "优化布局", "压实责任", "强化保障", "扩大覆盖面", "健全长效机制", "形成工作合力")
_SENTENCES = (
    "坚持以人民为中心的发展思想，统筹{field}和{field2}，着力{aim}、{aim2}，推动各项工作取得新成效。",
    "深入贯彻落实上级决策部署，立足新发展阶段，完整准确全面贯彻新发展理念，把{field}摆在更加突出的位置。",
    "到{year}年，全区新建{thing}{n}个，改造提升{m}个，{field}工作走在全市前列。",
    "各镇、各街道要结合实际细化工作措施，明确时间表和路线图，确保{field}各项任务落到实处。",
    "加快{thing}建设，完善配套政策，鼓励社会资本参与，逐步建立政府引导、市场运作、社会参与的格局。",
    "聚焦群众反映强烈的突出问题，开展专项排查，建立问题清单和整改台账，逐项销号管理。",
    "{unit}要会同有关部门加强业务指导，定期调度工作进展，及时协调解决{thing}建设中的困难和问题。",
    "对符合条件的{thing}项目，按照有关规定给予支持，所需经费列入年度预算统筹安排。",
    "县级以上人民政府及其有关部门应当依法公开相关信息，接受社会监督，任何单位和个人不得隐瞒、谎报。",
    "申请人应当提交书面申请和下列材料，并对材料的真实性、完整性负责。",
    "有下列情形之一的，由主管部门责令限期改正；情节严重的，依照有关法律法规的规定处理。",
    "充分利用报刊、广播、电视和新媒体平台，广泛宣传{field}的重要意义，营造全社会关心支持的良好氛围。",
    "建立健全部门协调、信息共享和联合执法机制，推进{field}领域审批、监管、服务一体化。",
    "完善{thing}运行维护制度，推行网格化管理，做到早发现、早报告、早处置，切实防范各类风险。",
    "全年实现{field}投资{n}亿元，同比增长{m}%，带动就业{n}万人，主要指标保持在合理区间。",
    "培育一批{field}领域的专业人才，优化培训内容，创新培训方式，提高从业人员的综合素质和业务能力。",
    "对工作推进不力、措施落实不到位的，予以通报；造成不良后果的，依规依纪追究责任。",
    "围绕{thing}数字化改造，推广应用新技术新设备，提高{field}精细化、智能化水平，让数据多跑路、群众少跑腿。",
    "本着先易后难、分步实施的原则，选择{town}先行试点，总结经验后在全区推广。",
    "严格执行重大事项请示报告制度，遇有紧急情况，第一时间报告并妥善处置。",
    "支持{thing}与周边地区联动发展，打造特色鲜明、功能完备、环境优美的产业集聚区。",
    "积极争取上级资金和政策，用足用好地方政府专项债券，拓宽{field}融资渠道。",
    "落实属地管理责任和行业监管责任，形成上下贯通、左右联动的{field}工作体系。",
    "采取随机抽查、重点检查和交叉互查相结合的方式，每季度至少开展一次{field}检查，检查结果向社会公布。",
    "鼓励村（社区）组织居民开展自我服务、自我管理，引导志愿者有序参与{field}。",
    "项目建设单位应当严格按照批准的规模、标准和内容组织实施，不得擅自变更。",
    "自然灾害多发区域要提前储备物资，完善避险转移预案，组织开展实战化演练，增强群众防范意识。",
    "经过多年努力，我区{field}取得明显成效，但发展不平衡不充分的问题仍然存在，{thing}还不能满足需要。",
)  # fmt: skip
_HEADINGS = (
    "总体要求",
    "工作目标",
    "重点任务",
    "组织实施",
    "保障措施",
    "适用范围",
    "监督管理",
    "主要做法",
    "下步打算",
    "附则",
)
_POINTS = (
    "强化{field}统筹",
    "完善{thing}布局",
    "提升{field}水平",
    "健全{field}制度",
    "推进{thing}建设",
    "严格{field}监管",
)


def text(size: int, seed: int) -> str:
    """At least `size` bytes of prose in UTF-8, cut at the end of a notice. The same seed gives the same text."""
    parts: list[str] = []
    length = 0
    for notice in notices(seed):
        if length >= size:
            break
        parts.append(notice)
        length += len(notice.encode())
    return "".join(parts)


def notices(seed: int) -> Iterator[str]:
    """Notices of prose without end, each with its number; no two alike."""
    choose = random.Random(seed)  # noqa: S311 - made-up text, no secret
    number = 0
    while True:
        number += 1
        yield _notice(choose, 2001 + number // 60, number % 60 + 1)


def _notice(choose: random.Random, year: int, number: int) -> str:
    field, shape = choose.choice(_FIELDS), choose.choice(_SHAPES)
    month, day = choose.randint(1, 12), choose.randint(1, 28)
    lines = [
        f"汐阳市岚汀区人民政府关于印发岚汀区{field}{shape}的通知",
        f"岚政发〔{year}〕{number}号",
        "各镇人民政府，各街道办事处，区人民政府各部门，各直属单位：",
        f"《岚汀区{field}{shape}》已经区人民政府{year}年第{number % 20 + 1}次常务会议审议通过，现印发给你们，请认真组织实施。",
        "汐阳市岚汀区人民政府",
        f"{year}年{month}月{day}日",
        f"岚汀区{field}{shape}",
        *_sections(choose, field),
    ]
    if choose.random() < 0.3:
        lines = [piece for line in lines for piece in _wrapped(line)]
    return "\n\n".join(lines) + "\n\n"


def _sections(choose: random.Random, field: str) -> Iterator[str]:
    for place, heading in enumerate(choose.sample(_HEADINGS, choose.randint(4, 7))):
        yield f"{_NUMERALS[place]}、{heading}"
        points = choose.randint(2, 5)
        for point in range(points):
            sentences = "".join(_sentence(choose, field) for _ in range(choose.randint(2, 5)))
            if choose.random() < 0.5:
                title = _filled(choose, choose.choice(_POINTS), field)
                sentences = f"（{_NUMERALS[point]}）{title}。{sentences}"
            yield sentences


def _sentence(choose: random.Random, field: str) -> str:
    return _filled(choose, choose.choice(_SENTENCES), field)


def _filled(choose: random.Random, pattern: str, field: str) -> str:
    first, second = choose.sample(_AIMS, 2)
    return pattern.format(
        field=field if choose.random() < 0.6 else choose.choice(_FIELDS),
        field2=choose.choice(_FIELDS),
        unit=choose.choice(_UNITS),
        town=choose.choice(_TOWNS),
        thing=choose.choice(_THINGS),
        aim=first,
        aim2=second,
        year=choose.randint(2024, 2030),
        n=choose.randint(2, 300),
        m=choose.randint(2, 99),
    )


def _wrapped(line: str) -> list[str]:
    return ["\n".join(line[at : at + _WIDTH] for at in range(0, len(line), _WIDTH))]
