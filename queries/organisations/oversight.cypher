// id: organisations/oversight
// title: 单位由谁分管 | Who oversees a unit
// question: 某日，这个单位由谁主持、分管、协管、联系，AB角是谁？ | Who headed, had charge of, liaised with or assisted for this unit on a day, and who stands in?
// params: organisation (id Organisation, required), on (date = today), limit (int = 50, max 500)
// returns: edge, person, person_id, relation, capacity, scope, via, stand_ins, held
// cost: keyed
MATCH (o:Organisation {id: $organisation})<-[r:HEADS|IN_CHARGE_OF|SHARES_CHARGE_OF|LIAISES_WITH]-(p:Person)
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
