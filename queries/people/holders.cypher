// id: people/holders
// title: 谁任此职 | Who holds a post
// question: 某日，谁任这个职务？ | Who held this post on a day?
// params: post (id Post, required), on (date = today), limit (int = 100, max 1000)
// returns: person, person_id, post, post_id, position, sole, organisation, organisation_id, capacity, title, held
// cost: keyed
MATCH (q:Post {id: $post})<-[r:HOLDS]-(p:Person)
WHERE ON_DAY(r)
OPTIONAL MATCH (q)-[:OF]->(o:Organisation)
RETURN p.name AS person, p.id AS person_id, q.name AS post, q.id AS post_id, q.position AS position, q.sole AS sole,
       o.name AS organisation, o.id AS organisation_id, r.capacity AS capacity, r.title AS title, HELD(r)
ORDER BY person, r.id, person_id
LIMIT $limit
