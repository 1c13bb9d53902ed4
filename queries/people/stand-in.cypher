// id: people/stand-in
// title: AB角 | Who stands in
// question: 此人外出时由谁代为处理，他又代谁？ | Who acts for this person in absence, and for whom does this person act?
// params: person (id Person, required), on (date = today), limit (int = 50, max 500)
// returns: direction, other, other_id, rank, scope, exclusion, condition, fallback, held
// cost: keyed
// order: direction, rank, other, other_id
MATCH (p:Person {id: $person})<-[r:STANDS_IN_FOR]-(x:Person)
WHERE ON_DAY(r)
RETURN 'acted_for_by' AS direction, x.name AS other, x.id AS other_id, r.rank AS rank, r.scope AS scope,
       r.exclusion AS exclusion, r.condition AS condition, r.fallback AS fallback, HELD(r)
ORDER BY rank, r.id, other_id
LIMIT $limit
UNION ALL
MATCH (p:Person {id: $person})-[r:STANDS_IN_FOR]->(x:Person)
WHERE ON_DAY(r)
RETURN 'acts_for' AS direction, x.name AS other, x.id AS other_id, r.rank AS rank, r.scope AS scope,
       r.exclusion AS exclusion, r.condition AS condition, r.fallback AS fallback, HELD(r)
ORDER BY rank, r.id, other_id
LIMIT $limit
