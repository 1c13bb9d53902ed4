// id: organisations/heads
// title: 单位负责人 | Who runs a unit
// question: 某日，这个单位有哪些在任者？ | Who held posts in this unit on a day?
// params: organisation (id Organisation, required), on (date = today), limit (int = 100, max 1000)
// returns: person, person_id, post, post_id, position, sole, capacity, title, held
// cost: keyed
MATCH (o:Organisation {id: $organisation})<-[:OF]-(q:Post)
MATCH (q)<-[r:HOLDS]-(p:Person)
WHERE ON_DAY(r)
RETURN p.name AS person, p.id AS person_id, q.name AS post, q.id AS post_id, q.position AS position, q.sole AS sole,
       r.capacity AS capacity, r.title AS title, HELD(r)
ORDER BY sole DESC, position, person, r.id, post_id, person_id
LIMIT $limit
