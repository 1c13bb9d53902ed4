// id: organisations/uncovered
// title: 无人分管的单位 | Units nobody oversees
// question: 当日哪些单位应有领导分管而没有？ | Which units should have a leader in charge on that day, and have none?
// params: on (date = today), jurisdiction (string = ''), limit (int = 200, max 5000)
// returns: organisation, organisation_id, jurisdiction, kind, oversight, tasks
// cost: scan
MATCH (o:Organisation PLACED)
WHERE o.oversight = '分管' AND o.kind <> 'set' AND ON_DAY(o) AND ($jurisdiction = '' OR o.jurisdiction = $jurisdiction)
OPTIONAL MATCH (o)<-[r:HEADS|IN_CHARGE_OF|SHARES_CHARGE_OF]-(p:Person)
WHERE ON_DAY(r)
WITH o, count(p.id) AS leaders
WHERE leaders = 0
OPTIONAL MATCH (o)-[l:LEADS]->(t:Task)
WHERE ON_DAY(l)
WITH o, count(DISTINCT t.id) AS tasks
RETURN o.name AS organisation, o.id AS organisation_id, o.jurisdiction AS jurisdiction, o.kind AS kind,
       o.oversight AS oversight, tasks AS tasks
ORDER BY tasks DESC, jurisdiction, organisation, organisation_id
LIMIT $limit
