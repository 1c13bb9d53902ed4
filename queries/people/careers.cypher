// id: people/careers
// title: 同名异地候选 | Same name across places
// question: 同一姓名在别处任过什么职（仅为候选）？ | Which posts were held elsewhere under the same name (candidates only)?
// params: person (id Person, required), limit (int = 100, max 1000)
// returns: candidate, candidate_id, jurisdiction, post, post_id, valid_from, valid_to, possible_from, possible_to, evidence
// cost: scan
// history: r
MATCH (p:Person {id: $person})
MATCH (other:Person {name: p.name})
WHERE other.id <> p.id
OPTIONAL MATCH (other)-[r:HOLDS]->(q:Post)
RETURN other.name AS candidate, other.id AS candidate_id, other.jurisdiction AS jurisdiction, q.name AS post,
       q.id AS post_id, r.valid_from AS valid_from, r.valid_to AS valid_to, r.possible_from AS possible_from,
       r.possible_to AS possible_to, EVIDENCE(r) AS evidence
ORDER BY jurisdiction, candidate_id, coalesce(r.possible_from, ''), coalesce(r.id, ''), post_id
LIMIT $limit
