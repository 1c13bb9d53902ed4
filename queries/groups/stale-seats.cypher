// id: groups/stale-seats
// title: 待调整席位 | Stale seats
// question: 哪些席位的人员已不在原职，有待调整或核实？ | Which seats are held by somebody who has left the post they sit for?
// params: on (date = today), jurisdiction (string = ''), limit (int = 200, max 5000)
// returns: group, group_id, seat, seat_id, role, title, person, person_id, state, post_holders, explanation, held
// cost: scan
MATCH (w:Finding PLACED)
// Each such filling has its finding, and of those there are few beside all seats there ever were.
WHERE w.kind IN ['seat-stale', 'seat-check'] AND ON_DAY(w)
MATCH (w)-[:ABOUT]->(place:Seat)
MATCH (place)<-[f:FILLS]-(p:Person)
WHERE f.state IN ['stale', 'check'] AND ON_DAY(f)
MATCH (place)-[s:OF_GROUP]->(g:Group)
WHERE ON_DAY(s) AND ($jurisdiction = '' OR g.jurisdiction = $jurisdiction)
WITH DISTINCT g, place, f, p
ORDER BY g.jurisdiction, g.name, place.order, place.id, f.id
LIMIT $limit
OPTIONAL MATCH (place)-[b:BOUND_TO]->(q:Post)
WHERE ON_DAY(b)
OPTIONAL MATCH (q)<-[h:HOLDS]-(now:Person)
WHERE ON_DAY(h)
WITH g, place, f, p,
     collect(DISTINCT CASE WHEN now IS NOT NULL THEN {id: now.id, name: now.name, post: q.name, post_id: q.id,
       evidence: EVIDENCE(h)} END) AS post_holders
RETURN g.name AS group, g.id AS group_id, place.name AS seat, place.id AS seat_id, place.role AS role,
       place.title AS title, p.name AS person, p.id AS person_id, f.state AS state, post_holders AS post_holders,
       f.explanation AS explanation, HELD(f)
ORDER BY group, group_id, place.order, person_id, f.id, seat_id
LIMIT $limit
