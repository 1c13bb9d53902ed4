// id: graph/reshuffle-impact
// title: 调整推演 | What a move would touch
// question: 如果此人离任，当日哪些任务、单位、席位受影响？ | If this person left, which tasks, units and seats would be touched on that day?
// params: person (id Person, required), on (date = today), limit (int = 500, max 5000)
// returns: what, edge, object, object_id, object_kind, word, stand_ins, held
// cost: keyed
// order: what, edge, object, object_id
MATCH (p:Person {id: $person})-[r:HOLDS|HEADS|IN_CHARGE_OF|SHARES_CHARGE_OF|LIAISES_WITH|RESPONSIBLE_FOR|MEMBER_OF|STANDS_IN_FOR]->(x)
WHERE ON_DAY(r)
OPTIONAL MATCH (p)<-[s:STANDS_IN_FOR]-(deputy:Person)
WHERE ON_DAY(s)
WITH r, x, collect(DISTINCT CASE WHEN deputy IS NOT NULL THEN {id: deputy.id, name: deputy.name, rank: s.rank} END) AS stand_ins
RETURN 'charge' AS what, type(r) AS edge, x.name AS object, x.id AS object_id, labels(x)[0] AS object_kind,
       coalesce(r.role, r.relation, r.capacity, '') AS word, stand_ins AS stand_ins, HELD(r)
ORDER BY edge, object, r.id, object_id
LIMIT $limit
UNION ALL
MATCH (p:Person {id: $person})<-[r:ANSWERED_BY]-(x:Task)
WHERE ON_DAY(r)
OPTIONAL MATCH (p)<-[s:STANDS_IN_FOR]-(deputy:Person)
WHERE ON_DAY(s)
WITH r, x, collect(DISTINCT CASE WHEN deputy IS NOT NULL THEN {id: deputy.id, name: deputy.name, rank: s.rank} END) AS stand_ins
RETURN 'task' AS what, type(r) AS edge, x.name AS object, x.id AS object_id, 'Task' AS object_kind,
       r.verdict AS word, stand_ins AS stand_ins, HELD(r)
ORDER BY object, r.id, object_id
LIMIT $limit
