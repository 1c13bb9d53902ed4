// id: analysis/people
// title: 人员的各项关系 | All ties of people
// question: 某日，每个人分管什么、任哪些小组、代谁、被哪些任务写明？ | On a day, of what did each person have charge, in which groups did they sit, for whom did they stand in, which tasks name them?
// params: on (date = today), jurisdiction (string = ''), limit (int = 5000, max 100000)
// returns: who, who_id, who_kind, jurisdiction, edge, edge_id, object, object_id, object_kind, word, scope, held
// cost: scan
// order: who, who_id, edge, object, edge_id
MATCH (p:Person PLACED)
WHERE $jurisdiction = '' OR p.jurisdiction = $jurisdiction
FIRST(p BY p.name, p.id)
MATCH (p)-[r:HEADS|IN_CHARGE_OF|SHARES_CHARGE_OF|LIAISES_WITH|RESPONSIBLE_FOR|MEMBER_OF|STANDS_IN_FOR|NAMED_FOR]->(x)
WHERE ON_DAY(r)
WITH p, r, x
ORDER BY p.name, p.id, type(r), x.name, r.id
LIMIT $limit
RETURN p.name AS who, p.id AS who_id, 'Person' AS who_kind, p.jurisdiction AS jurisdiction, type(r) AS edge,
       r.id AS edge_id, x.name AS object, x.id AS object_id, labels(x)[0] AS object_kind,
       coalesce(r.role, r.relation, r.rank, '') AS word, r.scope AS scope, HELD(r)
LIMIT $limit
