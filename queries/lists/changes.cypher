// id: lists/changes
// title: 起止记录 | What began and ended
// question: 两日之间，谁的任职、分工、AB角、席位开始或终止，最早、最迟在哪天？ | Whose posts, charges, stand-ins and seats began or ended between two days, at the earliest and at the latest?
// params: from (string = ''), to (date = today), jurisdiction (string = ''), limit (int = 1000, max 5000)
// returns: earliest, latest, change, person, person_id, edge, object, object_id, object_kind, word, evidence
// cost: scan
// history: r
MATCH (p:Person PLACED)-[r:HOLDS|HEADS|IN_CHARGE_OF|SHARES_CHARGE_OF|LIAISES_WITH|RESPONSIBLE_FOR|ASSISTS|STANDS_IN_FOR|MEMBER_OF]->(x)
WHERE ($jurisdiction = '' OR p.jurisdiction = $jurisdiction) AND r.possible_from <= $to
  AND coalesce(r.valid_from, r.possible_from) >= $from
WITH p, r, x
ORDER BY r.possible_from, p.name, type(r), x.name, r.id
LIMIT $limit
RETURN r.possible_from AS earliest, coalesce(r.valid_from, '') AS latest, 'added' AS change, p.name AS person, p.id AS person_id,
       type(r) AS edge, x.name AS object, x.id AS object_id, labels(x)[0] AS object_kind,
       coalesce(r.role, r.relation, r.capacity, r.rank, '') AS word, EVIDENCE(r) AS evidence
ORDER BY earliest, person, edge, object, r.id, object_id
LIMIT $limit
UNION ALL
MATCH (p:Person PLACED)-[r:HOLDS|HEADS|IN_CHARGE_OF|SHARES_CHARGE_OF|LIAISES_WITH|RESPONSIBLE_FOR|ASSISTS|STANDS_IN_FOR|MEMBER_OF]->(x)
WHERE ($jurisdiction = '' OR p.jurisdiction = $jurisdiction) AND r.possible_to >= $from
  AND coalesce(r.valid_to, r.possible_to) <= $to
WITH p, r, x
ORDER BY r.possible_to, p.name, type(r), x.name, r.id
LIMIT $limit
RETURN coalesce(r.valid_to, '') AS earliest, r.possible_to AS latest, 'ended' AS change, p.name AS person, p.id AS person_id,
       type(r) AS edge, x.name AS object, x.id AS object_id, labels(x)[0] AS object_kind,
       coalesce(r.role, r.relation, r.capacity, r.rank, '') AS word, coalesce(r.ended_by, EVIDENCE(r)) AS evidence
ORDER BY latest, person, edge, object, r.id, object_id
LIMIT $limit
