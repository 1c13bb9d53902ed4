// id: analysis/offices
// title: 各小组的办公室 | Offices of all groups
// question: 某日，各小组的办公室设在哪个单位？ | On a day, in which body was the office of each group?
// params: on (date = today), jurisdiction (string = ''), limit (int = 5000, max 100000)
// returns: who, who_id, who_kind, jurisdiction, edge, edge_id, object, object_id, object_kind, word, held
// cost: scan
// order: who, who_id, object, edge_id
MATCH (g:Group PLACED)
WHERE $jurisdiction = '' OR g.jurisdiction = $jurisdiction
FIRST(g BY g.name, g.id)
MATCH (g)-[r:OFFICE_IN]->(o:Organisation)
WHERE ON_DAY(r)
WITH g, r, o
ORDER BY g.name, g.id, o.name, r.id
LIMIT $limit
RETURN g.name AS who, g.id AS who_id, 'Group' AS who_kind, g.jurisdiction AS jurisdiction, type(r) AS edge,
       r.id AS edge_id, o.name AS object, o.id AS object_id, 'Organisation' AS object_kind, '' AS word, HELD(r)
LIMIT $limit
