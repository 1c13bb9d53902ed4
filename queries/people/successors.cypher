// id: people/successors
// title: 前任与后任 | Before and after in a post
// question: 此人所任的独任职务，还有谁任过，各在何时？ | Who else has held the sole posts of this person, and when?
// params: person (id Person, required), limit (int = 100, max 1000)
// returns: person, person_id, post, post_id, position, capacity, valid_from, valid_to, possible_from, possible_to, basis, evidence, ended_by
// cost: keyed
// history: r, s
MATCH (p:Person {id: $person})-[r:HOLDS]->(q:Post)
WHERE q.sole = true
WITH DISTINCT q
ORDER BY q.id
LIMIT $limit
MATCH (q)<-[s:HOLDS]-(o:Person)
RETURN o.name AS person, o.id AS person_id, q.name AS post, q.id AS post_id, q.position AS position,
       s.capacity AS capacity, s.valid_from AS valid_from, s.valid_to AS valid_to, s.possible_from AS possible_from,
       s.possible_to AS possible_to, s.basis AS basis, EVIDENCE(s) AS evidence, coalesce(s.ended_by, []) AS ended_by
ORDER BY post, post_id, coalesce(valid_from, possible_from, valid_to, possible_to, ''), person, s.id, person_id
LIMIT $limit
