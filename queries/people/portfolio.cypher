// id: people/portfolio
// title: 领导分工 | A leader's desk
// question: 某日，这位领导主持、分管、联系、负责什么？ | What did this leader head, have charge of, liaise with and answer for on a day?
// params: person (id Person, required), on (date = today), limit (int = 200, max 2000)
// returns: edge, object, object_id, object_kind, relation, capacity, scope, via, held
// cost: keyed
MATCH (p:Person {id: $person})-[r:HEADS|IN_CHARGE_OF|SHARES_CHARGE_OF|LIAISES_WITH|RESPONSIBLE_FOR|ASSISTS]->(x)
WHERE ON_DAY(r)
RETURN type(r) AS edge, x.name AS object, x.id AS object_id, labels(x)[0] AS object_kind, r.relation AS relation,
       r.capacity AS capacity, r.scope AS scope, r.via AS via, HELD(r)
ORDER BY edge, object, r.id, object_id
LIMIT $limit
