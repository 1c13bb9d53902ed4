// id: groups/pending
// title: 待批准、待单位明确的席位 | Seats awaiting a decision
// question: 哪些席位等待批准或由单位明确？ | Which seats await approval, or the unit's word?
// params: on (date = today), jurisdiction (string = ''), limit (int = 200, max 5000)
// returns: group, group_id, seat, seat_id, role, title, person, person_id, state, explanation, held
// cost: scan
MATCH (w:Finding PLACED)
// Each such filling has its finding, and of those there are few beside all seats there ever were.
WHERE w.kind = 'seat-pending' AND ON_DAY(w)
MATCH (w)-[:ABOUT]->(place:Seat)
MATCH (place)<-[f:FILLS]-(p:Person)
WHERE f.state IN ['pending_approval', 'pending_unit'] AND ON_DAY(f)
MATCH (place)-[s:OF_GROUP]->(g:Group)
WHERE ON_DAY(s) AND ($jurisdiction = '' OR g.jurisdiction = $jurisdiction)
WITH DISTINCT g, s, place, f, p
RETURN g.name AS group, g.id AS group_id, place.name AS seat, place.id AS seat_id, place.role AS role,
       place.title AS title, p.name AS person, p.id AS person_id, f.state AS state, f.explanation AS explanation, HELD(f)
ORDER BY group, group_id, place.order, person_id, f.id, s.id, seat_id
LIMIT $limit
