// id: groups/seats-by-post
// title: 职务对应的席位 | Seats that go with a post
// question: 任此职务者在哪些小组有席位？ | In which groups does the holder of this post sit?
// params: post (id Post, required), on (date = today), limit (int = 200, max 2000)
// returns: group, group_id, seat, seat_id, role, title, person, person_id, state, evidence
// cost: keyed
MATCH (q:Post {id: $post})<-[b:BOUND_TO]-(place:Seat)
WHERE ON_DAY(b)
MATCH (place)-[s:OF_GROUP]->(g:Group)
WHERE ON_DAY(s)
OPTIONAL MATCH (place)<-[f:FILLS]-(p:Person)
WHERE ON_DAY(f)
RETURN g.name AS group, g.id AS group_id, place.name AS seat, place.id AS seat_id, place.role AS role,
       place.title AS title, p.name AS person, p.id AS person_id, f.state AS state, coalesce(f.evidence, s.evidence, []) AS evidence
ORDER BY group, group_id, person_id, b.id, s.id, coalesce(f.id, ''), seat_id
LIMIT $limit
