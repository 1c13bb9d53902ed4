// id: analysis/bodies
// title: 单位的任务与席位 | Tasks and seats of bodies
// question: 某日，每个单位牵头、承担、配合哪些任务，在哪些小组有席位？ | On a day, which tasks did each body lead, carry out and support, and in which groups had it a seat?
// params: on (date = today), jurisdiction (string = ''), limit (int = 5000, max 100000)
// returns: who, who_id, who_kind, jurisdiction, edge, edge_id, object, object_id, object_kind, word, held
// cost: scan
// order: who, who_id, edge, object, edge_id
MATCH (o:Organisation PLACED)
WHERE $jurisdiction = '' OR o.jurisdiction = $jurisdiction
FIRST(o BY o.name, o.id)
MATCH (o)-[r:LEADS|CARRIES_OUT|SUPPORTS|MEMBER_OF]->(x)
WHERE ON_DAY(r)
WITH o, r, x
ORDER BY o.name, o.id, type(r), x.name, r.id
LIMIT $limit
RETURN o.name AS who, o.id AS who_id, 'Organisation' AS who_kind, o.jurisdiction AS jurisdiction, type(r) AS edge,
       r.id AS edge_id, x.name AS object, x.id AS object_id, labels(x)[0] AS object_kind,
       coalesce(r.word, r.role, '') AS word, HELD(r)
LIMIT $limit
