// id: groups/all-members
// title: 各小组的成员 | Members of all groups
// question: 某日，谁在哪些小组？ | Who sat in which groups on a day?
// params: on (date = today), jurisdiction (string = ''), limit (int = 1000, max 20000)
// returns: group, group_id, person, person_id, role, state, edge_id, held
// cost: scan
MATCH (g:Group PLACED)
WHERE $jurisdiction = '' OR g.jurisdiction = $jurisdiction
FIRST(g BY g.name, g.id)
MATCH (g)<-[r:MEMBER_OF]-(p:Person)
WHERE ON_DAY(r)
RETURN g.name AS group, g.id AS group_id, p.name AS person, p.id AS person_id, r.role AS role, r.state AS state,
       r.id AS edge_id, HELD(r)
ORDER BY group, group_id, r.order, person, edge_id
LIMIT $limit
