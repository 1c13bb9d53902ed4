// id: people/holders-history
// title: 历任 | All who held a post
// question: 这个职务历来由谁担任？ | Who has held this post over time?
// params: post (id Post, required), limit (int = 200, max 2000)
// returns: person, person_id, post, post_id, position, capacity, valid_from, valid_to, possible_from, possible_to, basis, evidence, ended_by
// cost: keyed
// history: s
MATCH (q:Post {id: $post})<-[s:HOLDS]-(o:Person)
RETURN o.name AS person, o.id AS person_id, q.name AS post, q.id AS post_id, q.position AS position,
       s.capacity AS capacity, s.valid_from AS valid_from, s.valid_to AS valid_to, s.possible_from AS possible_from,
       s.possible_to AS possible_to, s.basis AS basis, EVIDENCE(s) AS evidence, coalesce(s.ended_by, []) AS ended_by
ORDER BY coalesce(valid_from, possible_from, valid_to, possible_to, ''), person, s.id, person_id
LIMIT $limit
