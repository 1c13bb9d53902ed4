// id: groups/shared-members
// title: 人员重合的小组 | Groups with the same members
// question: 哪些小组与它人员重合最多？ | Which groups share most members with this one?
// params: group (id Group, required), on (date = today), limit (int = 50, max 500)
// returns: group, group_id, shared, members
// cost: keyed
MATCH (g:Group {id: $group})<-[r:MEMBER_OF]-(p:Person)
WHERE ON_DAY(r)
WITH DISTINCT g, p
MATCH (p)-[s:MEMBER_OF]->(other:Group)
WHERE ON_DAY(s) AND other.id <> g.id
WITH other, count(DISTINCT p.id) AS shared, collect(DISTINCT {id: p.id, name: p.name}) AS members
RETURN other.name AS group, other.id AS group_id, shared AS shared, members AS members
ORDER BY shared DESC, group, group_id
LIMIT $limit
