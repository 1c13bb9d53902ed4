// id: people/portfolio-changes
// title: 分工变动 | How a leader's desk changed
// question: 两日之间，这位领导的分工增减了什么？ | What came to and left this leader's desk between two days?
// params: person (id Person, required), from (date, required), to (date = today), limit (int = 200, max 2000)
// returns: day, change, edge, object, object_id, object_kind, relation, capacity, scope, via, valid_from, valid_to, possible_from, possible_to, evidence, ended_by
// cost: keyed
// history: r
// order: day, change, edge, object, object_id
MATCH (p:Person {id: $person})-[r:HEADS|IN_CHARGE_OF|SHARES_CHARGE_OF|LIAISES_WITH|RESPONSIBLE_FOR|ASSISTS]->(x)
WHERE r.possible_from > $from AND r.possible_from <= $to
RETURN r.possible_from AS day, 'added' AS change, type(r) AS edge, x.name AS object, x.id AS object_id,
       labels(x)[0] AS object_kind, r.relation AS relation, r.capacity AS capacity, r.scope AS scope, r.via AS via,
       r.valid_from AS valid_from, r.valid_to AS valid_to, r.possible_from AS possible_from,
       r.possible_to AS possible_to, EVIDENCE(r) AS evidence, coalesce(r.ended_by, []) AS ended_by
ORDER BY day, edge, object, r.id, object_id
LIMIT $limit
UNION ALL
MATCH (p:Person {id: $person})-[r:HEADS|IN_CHARGE_OF|SHARES_CHARGE_OF|LIAISES_WITH|RESPONSIBLE_FOR|ASSISTS]->(x)
WHERE r.possible_to > $from AND r.possible_to <= $to
RETURN r.possible_to AS day, 'ended' AS change, type(r) AS edge, x.name AS object, x.id AS object_id,
       labels(x)[0] AS object_kind, r.relation AS relation, r.capacity AS capacity, r.scope AS scope, r.via AS via,
       r.valid_from AS valid_from, r.valid_to AS valid_to, r.possible_from AS possible_from,
       r.possible_to AS possible_to, EVIDENCE(r) AS evidence, coalesce(r.ended_by, []) AS ended_by
ORDER BY day, edge, object, r.id, object_id
LIMIT $limit
