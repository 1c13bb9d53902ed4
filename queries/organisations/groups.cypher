// id: organisations/groups
// title: 单位参加的议事协调机构 | Groups a unit is in
// question: 某日，这个单位是哪些领导小组的成员单位，承担哪些办公室，其负责人在哪些小组？ | On a day, of which groups is the unit a member or the office, and in which does the holder of a post in it sit?
// params: organisation (id Organisation, required), on (date = today), limit (int = 200, max 2000)
// returns: part, group, group_id, role, title, person, person_id, held
// cost: keyed
MATCH (o:Organisation {id: $organisation})-[r:MEMBER_OF]->(g:Group)
WHERE ON_DAY(r)
RETURN 'MEMBER_OF' AS part, g.name AS group, g.id AS group_id, r.role AS role, r.title AS title, '' AS person,
       '' AS person_id, HELD(r)
ORDER BY group, role, r.id, group_id
LIMIT $limit
UNION ALL
MATCH (o:Organisation {id: $organisation})<-[r:OFFICE_IN]-(g:Group)
WHERE ON_DAY(r)
RETURN 'OFFICE_IN' AS part, g.name AS group, g.id AS group_id, '' AS role, '' AS title, '' AS person,
       '' AS person_id, HELD(r)
ORDER BY group, r.id, group_id
LIMIT $limit
UNION ALL
MATCH (o:Organisation {id: $organisation})<-[:OF]-(q:Post)<-[b:BOUND_TO]-(s:Seat)-[i:OF_GROUP]->(g:Group)
WHERE ON_DAY(b) AND ON_DAY(i)
WITH DISTINCT s, g
ORDER BY g.id, s.id
LIMIT $limit
MATCH (s)<-[r:FILLS]-(p:Person)
WHERE ON_DAY(r)
RETURN 'OF_GROUP' AS part, g.name AS group, g.id AS group_id, s.role AS role, r.title AS title, p.name AS person,
       p.id AS person_id, HELD(r)
ORDER BY group, role, person, r.id, group_id
LIMIT $limit
