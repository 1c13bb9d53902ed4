// id: people/desks
// title: 各位领导的分工 | All leaders' desks
// question: 某日，各位领导各主持、分管、联系、负责什么？ | What did each leader head, have charge of, liaise with and answer for on a day?
// params: on (date = today), jurisdiction (string = ''), limit (int = 2000, max 20000)
// returns: person, person_id, jurisdiction, edge, edge_id, object, object_id, object_kind, relation, capacity, scope, via, held
// cost: scan
// order: person, person_id, edge, object, edge_id
MATCH (p:Person PLACED)
WHERE $jurisdiction = '' OR p.jurisdiction = $jurisdiction
FIRST(p BY p.name, p.id)
MATCH (p)-[r:HEADS|IN_CHARGE_OF|SHARES_CHARGE_OF|LIAISES_WITH|RESPONSIBLE_FOR]->(x)
WHERE ON_DAY(r)
WITH p, r, x
ORDER BY p.name, p.id, type(r), x.name, r.id
LIMIT $limit
RETURN p.name AS person, p.id AS person_id, p.jurisdiction AS jurisdiction, type(r) AS edge, r.id AS edge_id,
       x.name AS object, x.id AS object_id, labels(x)[0] AS object_kind, r.relation AS relation,
       r.capacity AS capacity, r.scope AS scope, r.via AS via, HELD(r)
LIMIT $limit
