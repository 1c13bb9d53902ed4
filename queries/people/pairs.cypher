// id: people/pairs
// title: AB角一览 | All stand-in pairs
// question: 某日，谁是谁的AB角？ | Who stands in for whom on a day?
// params: on (date = today), jurisdiction (string = ''), limit (int = 500, max 5000)
// returns: person, person_id, stand_in, stand_in_id, rank, scope, exclusion, condition, fallback, edge_id, held
// cost: scan
MATCH (p:Person PLACED)
WHERE $jurisdiction = '' OR p.jurisdiction = $jurisdiction
FIRST(p BY p.name, p.id)
MATCH (p)<-[r:STANDS_IN_FOR]-(x:Person)
WHERE ON_DAY(r)
RETURN p.name AS person, p.id AS person_id, x.name AS stand_in, x.id AS stand_in_id, r.rank AS rank, r.scope AS scope,
       r.exclusion AS exclusion, r.condition AS condition, r.fallback AS fallback, r.id AS edge_id, HELD(r)
ORDER BY person, person_id, rank, stand_in, edge_id
LIMIT $limit
