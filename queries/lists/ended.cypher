// id: lists/ended
// title: 结束记录 | What ended
// question: 两日之间，谁的任职、分工、AB角、席位结束？ | Whose posts, charges, stand-ins and seats ended between two days?
// params: from (string = ''), to (date = today), jurisdiction (string = ''), limit (int = 100, max 5000)
// returns: day, change, person, person_id, jurisdiction, edge, object, object_id, object_kind, word, evidence, edge_id
// cost: scan
// history: r, o
MATCH (p:Person PLACED)
WHERE $jurisdiction = '' OR p.jurisdiction = $jurisdiction
MATCH (p)-[r:HOLDS|HEADS|IN_CHARGE_OF|SHARES_CHARGE_OF|LIAISES_WITH|RESPONSIBLE_FOR|ASSISTS|STANDS_IN_FOR|MEMBER_OF]->(x)
WHERE r.possible_to > $from AND r.possible_to <= $to
WITH p, r, x
ORDER BY r.possible_to DESC, p.name, type(r), x.name, r.id
LIMIT $limit
OPTIONAL MATCH (p)-[o:MEMBER_OF]->(x)
WHERE type(r) = 'MEMBER_OF' AND o.id <> r.id AND o.possible_from = r.possible_to AND o.role = r.role
WITH p, r, x, count(o) > 0 AS turned
RETURN r.possible_to AS day, CASE WHEN turned THEN 'turned' ELSE 'ended' END AS change, p.name AS person,
       p.id AS person_id, p.jurisdiction AS jurisdiction, type(r) AS edge, x.name AS object, x.id AS object_id, labels(x)[0] AS object_kind,
       coalesce(r.role, r.relation, r.capacity, r.rank, '') AS word, coalesce(r.ended_by, EVIDENCE(r)) AS evidence,
       r.id AS edge_id
ORDER BY day DESC, person, edge, object, edge_id
LIMIT $limit
