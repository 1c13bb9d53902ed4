// id: groups/list
// title: 议事协调机构 | Groups
// question: 某日有哪些领导小组，谁任组长，办公室设在哪里？ | Which groups are there on a day, who chairs them, and where is the office?
// params: on (date = today), jurisdiction (string = ''), limit (int = 200, max 5000)
// returns: group, group_id, kind, jurisdiction, heads, offices, held
// cost: scan
MATCH (g:Group PLACED)
WHERE ON_DAY(g) AND ($jurisdiction = '' OR g.jurisdiction = $jurisdiction)
WITH g
ORDER BY g.name, g.id
LIMIT $limit
OPTIONAL MATCH (g)<-[m:MEMBER_OF]-(p:Person)
WHERE ON_DAY(m) AND m.role IN ['组长', '第一组长', '总指挥', '总指挥长', '指挥长', '主任', '主任委员', '召集人']
WITH g, collect(DISTINCT CASE WHEN p IS NOT NULL THEN {id: p.id, name: p.name, role: m.role, evidence: EVIDENCE(m)} END) AS heads
OPTIONAL MATCH (g)-[f:OFFICE_IN]->(o:Organisation)
WHERE ON_DAY(f)
WITH g, heads, collect(DISTINCT CASE WHEN o IS NOT NULL THEN {id: o.id, name: o.name, evidence: EVIDENCE(f)} END) AS offices
RETURN g.name AS group, g.id AS group_id, g.kind AS kind, g.jurisdiction AS jurisdiction, heads AS heads,
       offices AS offices, HELD(g)
ORDER BY group, group_id
LIMIT $limit
