// id: matters/oversight
// title: 事项由谁负责 | Who answers for a matter
// question: 某日，这件事由谁负责，AB角是谁？ | Who answered for this matter on a day, and who stands in?
// params: matter (id Matter, required), on (date = today), limit (int = 50, max 500)
// returns: edge, person, person_id, relation, capacity, scope, via, stand_ins, held
// cost: keyed
MATCH (m:Matter {id: $matter})<-[r:RESPONSIBLE_FOR]-(p:Person)
WHERE ON_DAY(r)
OPTIONAL MATCH (p)<-[s:STANDS_IN_FOR]-(deputy:Person)
WHERE ON_DAY(s)
WITH r, p,
     collect(DISTINCT CASE WHEN deputy IS NOT NULL THEN {id: deputy.id, name: deputy.name, rank: s.rank, scope: s.scope,
       exclusion: s.exclusion, condition: s.condition, fallback: s.fallback, HELD_IN_MAP(s)} END) AS stand_ins
RETURN type(r) AS edge, p.name AS person, p.id AS person_id, r.relation AS relation, r.capacity AS capacity,
       r.scope AS scope, r.via AS via, stand_ins AS stand_ins, HELD(r)
ORDER BY edge, capacity DESC, person, r.id, person_id
LIMIT $limit
