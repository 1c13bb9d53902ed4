// id: people/timeline
// title: 个人大事记 | A person over time
// question: 此人历年任职、分工、小组席位如何变化？ | Which posts, charges and seats has this person had over time?
// params: person (id Person, required), limit (int = 500, max 5000)
// returns: edge, object, object_id, object_kind, relation, role, capacity, state, verdict, valid_from, valid_to, possible_from, possible_to, basis, evidence, ended_by
// cost: keyed
// history: r
// order: possible_from, edge, object, object_id
MATCH (p:Person {id: $person})-[r:HOLDS|HEADS|IN_CHARGE_OF|SHARES_CHARGE_OF|LIAISES_WITH|RESPONSIBLE_FOR|MEMBER_OF|STANDS_IN_FOR|NAMED_FOR]->(x)
RETURN type(r) AS edge, x.name AS object, x.id AS object_id, labels(x)[0] AS object_kind, r.relation AS relation,
       r.role AS role, r.capacity AS capacity, r.state AS state, '' AS verdict, r.valid_from AS valid_from,
       r.valid_to AS valid_to, r.possible_from AS possible_from, r.possible_to AS possible_to, r.basis AS basis,
       EVIDENCE(r) AS evidence, coalesce(r.ended_by, []) AS ended_by
ORDER BY coalesce(r.possible_from, ''), edge, object, r.id, object_id
LIMIT $limit
UNION ALL
MATCH (p:Person {id: $person})<-[r:ANSWERED_BY]-(x:Task)
RETURN type(r) AS edge, x.name AS object, x.id AS object_id, 'Task' AS object_kind, '' AS relation,
       '' AS role, '' AS capacity, '' AS state, r.verdict AS verdict, r.valid_from AS valid_from,
       r.valid_to AS valid_to, r.possible_from AS possible_from, r.possible_to AS possible_to, r.basis AS basis,
       EVIDENCE(r) AS evidence, coalesce(r.ended_by, []) AS ended_by
ORDER BY coalesce(r.possible_from, ''), object, r.id, object_id
LIMIT $limit
UNION ALL
MATCH (p:Person {id: $person})-[r:TOOK_PART_IN]->(x:Event)
RETURN type(r) AS edge, x.name AS object, x.id AS object_id, 'Event' AS object_kind, '' AS relation,
       r.title AS role, '' AS capacity, '' AS state, '' AS verdict, x.date_from AS valid_from,
       x.date_to AS valid_to, x.date_from AS possible_from, x.date_to AS possible_to, r.basis AS basis,
       EVIDENCE(r) AS evidence, coalesce(r.ended_by, []) AS ended_by
ORDER BY x.date_from, object, r.id, object_id
LIMIT $limit
