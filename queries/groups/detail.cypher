// id: groups/detail
// title: 议事协调机构概况 | A group in short
// question: 这个机构何时成立、调整，下设什么，办公室设在哪里，有什么递补条款？ | When was the group founded and adjusted, what is below it, where is its office?
// params: group (id Group, required), on (date = today), limit (int = 20, max 200)
// returns: group, group_id, kind, jurisdiction, valid_from, valid_to, possible_from, possible_to, parents, subgroups, offices, names, acts
// cost: keyed
// history: b, i, k
MATCH (g:Group {id: $group})
OPTIONAL MATCH (g)-[u:SUBGROUP_OF]->(parent:Group)
WHERE ON_DAY(u)
WITH g, collect(DISTINCT CASE WHEN parent IS NOT NULL THEN {id: parent.id, name: parent.name, evidence: EVIDENCE(u)} END) AS parents
OPTIONAL MATCH (g)<-[v:SUBGROUP_OF]-(child:Group)
WHERE ON_DAY(v)
WITH g, parents, collect(DISTINCT CASE WHEN child IS NOT NULL THEN {id: child.id, name: child.name, evidence: EVIDENCE(v)} END) AS subgroups
OPTIONAL MATCH (g)-[w:OFFICE_IN]->(o:Organisation)
WHERE ON_DAY(w)
WITH g, parents, subgroups, collect(DISTINCT CASE WHEN o IS NOT NULL THEN {id: o.id, name: o.name, evidence: EVIDENCE(w)} END) AS offices
OPTIONAL MATCH (g)-[k:KNOWN_AS]->(n:Name)
WITH g, parents, subgroups, offices, collect(DISTINCT CASE WHEN n IS NOT NULL THEN {id: n.id, name: n.name, kind: k.kind} END) AS names
OPTIONAL MATCH (g)<-[b:BECAME]-(before:Group)
WITH g, parents, subgroups, offices, names,
     collect(DISTINCT CASE WHEN before IS NOT NULL THEN {id: before.id, name: before.name, kind: 'former'} END) AS earlier
OPTIONAL MATCH (g)<-[i:ISSUED]-(d:Document)
WITH g, parents, subgroups, offices, names + earlier AS names,
     collect(DISTINCT CASE WHEN d IS NOT NULL THEN {id: d.id, name: d.name, number: d.number, day: i.possible_from,
       action: i.action, extent: i.extent, evidence: EVIDENCE(i)} END) AS acts
RETURN g.name AS group, g.id AS group_id, g.kind AS kind, g.jurisdiction AS jurisdiction, g.valid_from AS valid_from,
       g.valid_to AS valid_to, g.possible_from AS possible_from, g.possible_to AS possible_to, parents AS parents,
       subgroups AS subgroups, offices AS offices, names AS names, acts AS acts
ORDER BY group_id
LIMIT $limit
