// id: organisations/lineage
// title: 单位沿革 | Where a unit came from
// question: 这个单位由什么更名、合并、划转而来，隶属谁，又叫什么？ | What was the unit before, what became of it, what is it part of, and what else is it called?
// params: organisation (id Organisation, required), limit (int = 200, max 2000)
// returns: relation, other, other_id, other_kind, detail, valid_from, valid_to, possible_from, possible_to, evidence
// cost: keyed
// history: r
// order: relation, possible_from, other, other_id
MATCH (o:Organisation {id: $organisation})-[r:BECAME|PART_OF|KNOWN_AS]->(x)
RETURN type(r) AS relation, x.name AS other, x.id AS other_id, labels(x)[0] AS other_kind,
       coalesce(r.how, r.kind, '') AS detail, r.valid_from AS valid_from, r.valid_to AS valid_to,
       r.possible_from AS possible_from, r.possible_to AS possible_to, EVIDENCE(r) AS evidence
ORDER BY relation, other, r.id, other_id
LIMIT $limit
UNION ALL
MATCH (o:Organisation {id: $organisation})<-[r:BECAME|PART_OF]-(x:Organisation)
RETURN CASE WHEN type(r) = 'BECAME' THEN 'CAME_FROM' ELSE 'HAS_PART' END AS relation, x.name AS other,
       x.id AS other_id, labels(x)[0] AS other_kind, coalesce(r.how, '') AS detail, r.valid_from AS valid_from,
       r.valid_to AS valid_to, r.possible_from AS possible_from, r.possible_to AS possible_to, EVIDENCE(r) AS evidence
ORDER BY relation, other, r.id, other_id
LIMIT $limit
