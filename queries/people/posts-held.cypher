// id: people/posts-held
// title: 任职 | Posts held
// question: 某日，此人担任什么职务？ | Which posts did this person hold on a day?
// params: person (id Person, required), on (date = today), limit (int = 100, max 1000)
// returns: post, post_id, position, sole, organisation, organisation_id, capacity, title, held
// cost: keyed
MATCH (p:Person {id: $person})-[r:HOLDS]->(q:Post)
WHERE ON_DAY(r)
OPTIONAL MATCH (q)-[:OF]->(o:Organisation)
RETURN q.name AS post, q.id AS post_id, q.position AS position, q.sole AS sole, o.name AS organisation,
       o.id AS organisation_id, r.capacity AS capacity, r.title AS title, HELD(r)
ORDER BY organisation, position, r.id, post_id
LIMIT $limit
