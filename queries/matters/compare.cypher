// id: matters/compare
// title: 同一事项各地由谁负责 | Who handles a matter in each place
// question: 某日，这件事在各地由谁负责，哪个单位由谁分管？ | Who answered for this matter in each place on a day?
// params: matter (string, required), on (date = today), limit (int = 200, max 2000)
// returns: jurisdiction, object, object_id, object_kind, edge, person, person_id, relation, capacity, scope, held
// cost: scan
// order: jurisdiction, object, edge, person, person_id
MATCH (m:Matter)<-[r:RESPONSIBLE_FOR]-(p:Person)
WHERE m.name CONTAINS $matter AND ON_DAY(r)
RETURN m.jurisdiction AS jurisdiction, m.name AS object, m.id AS object_id, 'Matter' AS object_kind, type(r) AS edge,
       p.name AS person, p.id AS person_id, r.relation AS relation, r.capacity AS capacity, r.scope AS scope, HELD(r)
ORDER BY jurisdiction, object, edge, person, r.id, person_id
LIMIT $limit
UNION ALL
MATCH (o:Organisation)<-[r:HEADS|IN_CHARGE_OF|SHARES_CHARGE_OF]-(p:Person)
WHERE o.name CONTAINS $matter AND ON_DAY(r)
RETURN o.jurisdiction AS jurisdiction, o.name AS object, o.id AS object_id, 'Organisation' AS object_kind,
       type(r) AS edge, p.name AS person, p.id AS person_id, r.relation AS relation, r.capacity AS capacity,
       r.scope AS scope, HELD(r)
ORDER BY jurisdiction, object, edge, person, r.id, person_id
LIMIT $limit
