// id: people/list
// title: 人员名录 | People
// question: 某日有哪些人，各任何职？ | Who is on paper on a day, and in which posts?
// params: on (date = today), jurisdiction (string = ''), limit (int = 500, max 5000)
// returns: person, person_id, jurisdiction, posts
// cost: scan
MATCH (p:Person PLACED)
WHERE $jurisdiction = '' OR p.jurisdiction = $jurisdiction
WITH p
ORDER BY p.name, p.id
LIMIT $limit
OPTIONAL MATCH (p)-[r:HOLDS]->(q:Post)
WHERE ON_DAY(r)
WITH p, collect(DISTINCT CASE WHEN q IS NOT NULL THEN {id: q.id, name: q.name, capacity: r.capacity, HELD_IN_MAP(r)} END) AS posts
RETURN p.name AS person, p.id AS person_id, p.jurisdiction AS jurisdiction, posts AS posts
ORDER BY person, person_id
LIMIT $limit
