// id: organisations/oversight-history
// title: 分管沿革 | Oversight over time
// question: 这个单位历来由谁主持、分管、协管、联系？ | Who has headed, had charge of and liaised with this unit over time?
// params: organisation (id Organisation, required), limit (int = 500, max 5000)
// returns: edge, person, person_id, relation, capacity, scope, via, valid_from, valid_to, possible_from, possible_to, basis, evidence, ended_by
// cost: keyed
// history: r
MATCH (o:Organisation {id: $organisation})<-[r:HEADS|IN_CHARGE_OF|SHARES_CHARGE_OF|LIAISES_WITH]-(p:Person)
RETURN type(r) AS edge, p.name AS person, p.id AS person_id, r.relation AS relation, r.capacity AS capacity,
       r.scope AS scope, r.via AS via, r.valid_from AS valid_from, r.valid_to AS valid_to,
       r.possible_from AS possible_from, r.possible_to AS possible_to, r.basis AS basis, EVIDENCE(r) AS evidence,
       coalesce(r.ended_by, []) AS ended_by
ORDER BY coalesce(r.possible_from, ''), edge, person, r.id, person_id
LIMIT $limit
