// id: people/groups-of
// title: 参加的议事协调机构 | Groups of a person
// question: 某日，此人在哪些领导小组，任什么？ | In which groups did this person sit on a day, and as what?
// params: person (id Person, required), on (date = today), limit (int = 200, max 2000)
// returns: group, group_id, role, order, title, state, held
// cost: keyed
MATCH (p:Person {id: $person})-[r:MEMBER_OF]->(g:Group)
WHERE ON_DAY(r)
RETURN g.name AS group, g.id AS group_id, r.role AS role, r.order AS order, r.title AS title, r.state AS state, HELD(r)
ORDER BY group, role, r.id, group_id
LIMIT $limit
