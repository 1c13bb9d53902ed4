"""Who holds, leads, stands in, and sits where: the facts of the timeline as edges, and its findings as nodes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from graph.ids import derived_id
from graph.projection.builder import Builder, days
from graph.timeline import Timeline
from graph.timeline.facts import Charge, ChargeKind
from graph.timeline.fold import matter_words

_CHARGES: dict[ChargeKind, str] = {
    "heads": "HEADS", "in_charge": "IN_CHARGE_OF", "shares": "SHARES_CHARGE_OF", "liaises": "LIAISES_WITH",
    "responsible": "RESPONSIBLE_FOR",
}  # fmt: skip


def write_relations(builder: Builder, timeline: Timeline) -> None:
    """Holdings, charges, assists, stand-ins, seats and memberships."""
    for holding in timeline.holdings:
        builder.edge("HOLDS", holding.person, holding.post, holding, capacity=holding.capacity, title=holding.title)
    matters = matter_words(timeline.papers)
    for charge in timeline.charges:
        _charge(builder, charge, matters)
    for assist in timeline.assists:
        builder.edge("ASSISTS", assist.person, assist.assisted or assist.post, assist, scope=assist.scope)
    for pairing in timeline.pairings:
        builder.edge(
            "STANDS_IN_FOR", pairing.stand_in, pairing.replaced, pairing, rank=pairing.rank, scope=pairing.scope,
            exclusion=pairing.exclusion, condition=pairing.condition, fallback=pairing.fallback,
        )  # fmt: skip
    _seats(builder, timeline)
    _memberships(builder, timeline)


def write_findings(builder: Builder, timeline: Timeline) -> None:
    """Findings as nodes of their own days, each about what it is about."""
    ordinals: Counter[str] = Counter()
    for found in timeline.findings:
        key = derived_id("finding", found.kind, found.number, *found.about, *found.interval.as_properties().values())
        ordinals[key] += 1
        node = builder.node(
            "Finding",
            derived_id("finding", key, str(ordinals[key])),
            found.explanation,
            jurisdiction=found.jurisdiction,
            kind=found.kind,
            severity=found.severity,
            explanation=found.explanation,
            explanation_en=found.explanation_en,
            evidence=builder.evidence((*found.evidence, *found.because_of)),
            number=found.number,
            **days(found.interval),
        )
        for subject in found.about:
            builder.edge("ABOUT", node, subject)


def _charge(builder: Builder, charge: Charge, matters: Mapping[str, tuple[str, str]]) -> None:
    edge_type = _CHARGES[charge.kind]
    if charge.organisation:
        if charge.kind == "responsible":
            return
        builder.edge(
            edge_type, charge.person, charge.organisation, charge, capacity=charge.capacity, scope=charge.scope,
            via=charge.via, relation=charge.relation,
        )  # fmt: skip
        return
    place, name = matters[charge.matter]
    builder.node("Matter", charge.matter, name, jurisdiction=place)
    builder.edge(
        "RESPONSIBLE_FOR", charge.person, charge.matter, charge, capacity=charge.capacity, scope=charge.scope,
        via=charge.via, relation=charge.relation,
    )  # fmt: skip


def _seats(builder: Builder, timeline: Timeline) -> None:
    for seat in timeline.seats:
        node = builder.node(
            "Seat", seat.id, f"{seat.role} {seat.title}".strip(), role=seat.role, order=seat.order, kind=seat.kind,
            title=seat.title, **days(seat.interval),
        )  # fmt: skip
        builder.edge("OF_GROUP", node, seat.group, seat)
        for bound in (seat.post, seat.organisation, seat.matter):
            if bound:
                builder.edge("BOUND_TO", node, bound, seat)
    for filling in timeline.fillings:
        if filling.person:
            builder.edge(
                "FILLS", filling.person, filling.seat, filling, state=filling.state, title=filling.title,
                explanation=filling.explanation,
            )  # fmt: skip


def _memberships(builder: Builder, timeline: Timeline) -> None:
    """The shortcut from person or unit to group, one edge a seat and state."""
    for filling in timeline.fillings:
        member = filling.person or filling.organisation
        if member:
            builder.edge(
                "MEMBER_OF", member, filling.group, filling, role=filling.role, order=filling.order,
                title=filling.title, state=filling.state,
            )  # fmt: skip
