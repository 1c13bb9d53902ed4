// id: lists/changes
// title: 起止记录 | What began and ended
// question: 两日之间，谁的任职、分工、AB角、席位开始或结束，最早、最迟在哪天？ | Whose posts, charges, stand-ins and seats began or ended between two days, at the earliest and at the latest?
// params: from (string = ''), to (date = today), jurisdiction (string = ''), limit (int = 200, max 5000)
// returns: earliest, latest, change, person, person_id, edge, object, object_id, object_kind, word, evidence, edge_id
// cost: scan
// history: r
MATCH (p:Person PLACED)-[r:HOLDS|HEADS|IN_CHARGE_OF|SHARES_CHARGE_OF|LIAISES_WITH|RESPONSIBLE_FOR|ASSISTS|STANDS_IN_FOR|MEMBER_OF]->(x)
WHERE ($jurisdiction = '' OR p.jurisdiction = $jurisdiction)
  AND ((r.possible_from <= $to AND coalesce(r.valid_from, r.possible_from) >= $from)
    OR (r.possible_to >= $from AND coalesce(r.valid_to, r.possible_to) <= $to))
WITH p, r, x, CASE WHEN coalesce(r.valid_from, r.possible_from) >= $from THEN 'added' ELSE 'ended' END AS begins
ORDER BY CASE begins WHEN 'added' THEN r.possible_from ELSE r.possible_to END, p.name, type(r), begins, r.id
LIMIT $limit
UNWIND ['added', 'ended'] AS change
WITH p, r, x, change
WHERE (change = 'added' AND r.possible_from <= $to AND coalesce(r.valid_from, r.possible_from) >= $from)
   OR (change = 'ended' AND r.possible_to >= $from AND coalesce(r.valid_to, r.possible_to) <= $to)
RETURN CASE change WHEN 'added' THEN r.possible_from ELSE coalesce(r.valid_to, '') END AS earliest,
       CASE change WHEN 'added' THEN coalesce(r.valid_from, '') ELSE r.possible_to END AS latest,
       change, p.name AS person, p.id AS person_id,
       type(r) AS edge, x.name AS object, x.id AS object_id, labels(x)[0] AS object_kind,
       coalesce(r.role, r.relation, r.capacity, r.rank, '') AS word,
       CASE change WHEN 'added' THEN EVIDENCE(r) ELSE coalesce(r.ended_by, EVIDENCE(r)) END AS evidence, r.id AS edge_id
ORDER BY CASE change WHEN 'added' THEN r.possible_from ELSE r.possible_to END, person, edge, change, edge_id
LIMIT $limit
