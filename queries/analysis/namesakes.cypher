// id: analysis/namesakes
// title: 各地同名人员的任职 | Posts held under one name in several places
// question: 哪些姓名见于两个以上地区，各任过什么职（仅为候选）？ | Which names are seen in more than one place, and in which posts (candidates only)?
// params: name (string = ''), limit (int = 5000, max 100000)
// returns: person, person_id, jurisdiction, level, presumed, post, post_id, position, edge_id, basis, valid_from, valid_to, possible_from, possible_to, evidence
// cost: scan
// history: r
// order: person, jurisdiction, person_id, possible_from, edge_id
MATCH (p:Person)
WHERE $name = '' OR p.name = $name
WITH p.name AS shared, count(DISTINCT p.jurisdiction) AS places
WHERE places > 1
MATCH (p:Person {name: shared})
OPTIONAL MATCH (p)-[r:HOLDS]->(q:Post)
RETURN p.name AS person, p.id AS person_id, p.jurisdiction AS jurisdiction, p.level AS level,
       p.presumed AS presumed, q.name AS post, q.id AS post_id, q.position AS position, r.id AS edge_id,
       r.basis AS basis, r.valid_from AS valid_from, r.valid_to AS valid_to, r.possible_from AS possible_from,
       r.possible_to AS possible_to, EVIDENCE(r) AS evidence
ORDER BY person, jurisdiction, person_id, coalesce(r.possible_from, ''), coalesce(r.id, ''), post_id
LIMIT $limit
