// id: organisations/list
// title: 单位名录 | Bodies
// question: 某日有哪些单位，各由谁主持、分管？ | Which bodies are there on a day, and who heads and has charge of them?
// params: on (date = today), jurisdiction (string = ''), limit (int = 500, max 5000)
// returns: organisation, organisation_id, kind, jurisdiction, leaders
// cost: scan
MATCH (o:Organisation PLACED)
WHERE ON_DAY(o) AND ($jurisdiction = '' OR o.jurisdiction = $jurisdiction)
WITH o
ORDER BY o.name, o.id
LIMIT $limit
OPTIONAL MATCH (o)<-[r:HEADS|IN_CHARGE_OF]-(p:Person)
WHERE ON_DAY(r)
WITH o, collect(DISTINCT CASE WHEN p IS NOT NULL THEN {id: p.id, name: p.name, word: r.relation, evidence: EVIDENCE(r)} END) AS leaders
RETURN o.name AS organisation, o.id AS organisation_id, o.kind AS kind, o.jurisdiction AS jurisdiction, leaders AS leaders
ORDER BY organisation, organisation_id
LIMIT $limit
