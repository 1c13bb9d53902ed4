// id: groups/pending
// title: 待批准、待单位明确的席位 | Seats awaiting a decision
// question: 哪些席位等待批准或由单位明确？ | Which seats await approval, or the unit's word?
// params: on (date = today), jurisdiction (string = ''), limit (int = 200, max 5000)
// returns: group, group_id, seat, seat_id, role, title, person, person_id, state, explanation, held
// cost: scan
MATCH (g:Group PLACED)<-[s:OF_GROUP]-(place:Seat)
WHERE ON_DAY(s) AND ($jurisdiction = '' OR g.jurisdiction = $jurisdiction)
MATCH (place)<-[f:FILLS]-(p:Person)
WHERE f.state IN ['pending_approval', 'pending_unit'] AND ON_DAY(f)
RETURN g.name AS group, g.id AS group_id, place.name AS seat, place.id AS seat_id, place.role AS role,
       place.title AS title, p.name AS person, p.id AS person_id, f.state AS state, f.explanation AS explanation, HELD(f)
ORDER BY group, group_id, place.order, person_id, f.id, s.id, seat_id
LIMIT $limit
