"""A district whose one paper divides the work and lists a group: two leaders who stand in for each other, bodies, matters, seats."""

from __future__ import annotations

from graph.elements import Edge, Graph, Node, PropertyValue

PLACE = "990101"
DAY = "2031-04-01"
OPEN: dict[str, PropertyValue] = {"valid_from": "2031-02-01", "possible_from": "2031-02-01"}
#: What the paper prints of each desk, by the key of its evidence.
QUOTES = {
    "ev_zhou": "负责财税、教育体育、应急管理方面工作。分管区财政局、区教育体育局、区应急管理局",
    "ev_shen": "负责卫生健康、生态环境、城市防汛方面工作。分管区卫生健康委员会、区生态环境分局",
    "ev_group": "组长：周正。成员：林间、陆晴（区财政局局长）",
}


def node(label: str, key: str, name: str, **properties: PropertyValue) -> Node:
    return Node(label, key, {"id": key, "name": name, "jurisdiction": PLACE, **properties})


def edge(kind: str, start: Node, end: Node, words: str = "", **properties: PropertyValue) -> Edge:
    key = f"ed_{kind}_{start.id}_{end.id}"
    known = {"id": key, "basis": "stated", "evidence": [words] if words else [], **OPEN, **properties}
    return Edge(kind, key, start.label, start.id, end.label, end.id, known)


def office() -> Graph:
    """The district 云溪区 on the days after 1 February 2031."""
    place = Node("Jurisdiction", PLACE, {"id": PLACE, "name": "云溪区", "level": "county"})
    zhou, shen, lin, lu = (
        node("Person", f"pe_{key}", name) for key, name in (("z", "周正"), ("s", "沈渡"), ("l", "林间"), ("u", "陆晴"))
    )
    bodies = {
        key: node("Organisation", f"org_{key}", name)
        for key, name in (
            ("f", "区财政局"), ("e", "区教育体育局"), ("h", "区卫生健康委员会"), ("g", "区生态环境分局"), ("m", "区应急管理局"),
            ("p", "云溪市政教育投资集团有限公司"), ("z", "区自然资源分局"), ("a", "区人民政府"), ("c", "区公共资源交易中心"),
        )
    }  # fmt: skip
    matters = {
        key: node("Matter", f"ma_{key}", name)
        for key, name in (
            ("t", "财税"), ("e", "教育体育"), ("h", "卫生健康"), ("g", "生态环境"), ("m", "应急管理"), ("w", "城市防汛"),
        )
    }  # fmt: skip
    paper = node(
        "Document", "doc_1", "关于领导分工的通知", number="云政办发〔2031〕3号", kind="division", effective_day="2031-02-01",
        signed_date="2031-02-01", **OPEN,
    )  # fmt: skip
    quotes = [
        node("Evidence", key, "", quote=quote, document="doc_1", document_number="云政办发〔2031〕3号", line_start=line,
             line_end=line, start=line * 100, end=line * 100 + len(quote), confidence=1.0, table="portfolios", rule="x", file="f")
        for line, (key, quote) in enumerate(QUOTES.items(), start=1)
    ]  # fmt: skip
    group = node("Group", "gr_1", "区河湖治理领导小组", **OPEN)
    empty = node("Group", "gr_2", "区冰雪运动领导小组", **OPEN)
    seats = [
        node("Seat", f"se_{order}", f"{role}席", role=role, order=order, kind="named", title="", **OPEN)
        for order, role in ((1, "组长"), (2, "成员"), (3, "成员"))
    ]
    edges = [
        *(edge("QUOTES", each, paper) for each in quotes),
        edge("ISSUED", paper, group, action="成立", extent="whole"),
        *(edge("IN_CHARGE_OF", zhou, bodies[key], "ev_zhou", relation="分管") for key in "fem"),
        *(edge("IN_CHARGE_OF", shen, bodies[key], "ev_shen", relation="分管") for key in "hg"),
        edge("IN_CHARGE_OF", zhou, bodies["z"], "ev_zhou", relation="分管", scope="国土;矿产"),
        edge("HEADS", zhou, bodies["a"], "ev_zhou", relation="主持"),
        edge("LIAISES_WITH", shen, bodies["c"], "ev_shen", relation="联系"),
        *(edge("RESPONSIBLE_FOR", zhou, matters[key], "ev_zhou", relation="负责") for key in "tem"),
        *(edge("RESPONSIBLE_FOR", shen, matters[key], "ev_shen", relation="负责") for key in "hgw"),
        edge("STANDS_IN_FOR", shen, zhou, "ev_zhou", rank="B"),
        edge("STANDS_IN_FOR", zhou, shen, "ev_shen", rank="B"),
        *(edge("OF_GROUP", seat, group, "ev_group") for seat in seats),
        *(
            edge("FILLS", person, seat, "ev_group", state="listed", title="")
            for person, seat in zip((zhou, lin, lu), seats, strict=True)
        ),
        *(
            edge("MEMBER_OF", person, group, "ev_group", role=role, state="listed", title="")
            for person, role in ((zhou, "组长"), (lin, "成员"), (lu, "成员"))
        ),
    ]
    nodes = [place, zhou, shen, lin, lu, *bodies.values(), *matters.values(), paper, *quotes, group, empty, *seats]
    return Graph.of(nodes, edges)
