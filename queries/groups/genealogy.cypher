// id: groups/genealogy
// title: 机构沿革 | Where a group came from
// question: 这个小组由什么更名、合并而来，上下级是谁，由哪些文件成立和调整？ | From what was the group renamed or merged, and by which papers?
// params: group (id Group, required), limit (int = 200, max 2000)
// returns: relation, other, other_id, other_kind, number, detail, valid_from, valid_to, possible_from, possible_to, evidence
// cost: keyed
// history: r
// order: possible_from, relation, other, other_id
MATCH (g:Group {id: $group})-[r:BECAME|SUBGROUP_OF|KNOWN_AS]->(x)
RETURN type(r) AS relation, x.name AS other, x.id AS other_id, labels(x)[0] AS other_kind, '' AS number,
       coalesce(r.how, r.kind, '') AS detail, r.valid_from AS valid_from, r.valid_to AS valid_to,
       r.possible_from AS possible_from, r.possible_to AS possible_to, EVIDENCE(r) AS evidence
ORDER BY coalesce(r.possible_from, ''), other, r.id, other_id
LIMIT $limit
UNION ALL
MATCH (g:Group {id: $group})<-[r:BECAME|SUBGROUP_OF]-(x:Group)
RETURN CASE WHEN type(r) = 'BECAME' THEN 'CAME_FROM' ELSE 'HAS_SUBGROUP' END AS relation, x.name AS other,
       x.id AS other_id, labels(x)[0] AS other_kind, '' AS number, coalesce(r.how, '') AS detail,
       r.valid_from AS valid_from, r.valid_to AS valid_to, r.possible_from AS possible_from,
       r.possible_to AS possible_to, EVIDENCE(r) AS evidence
ORDER BY coalesce(r.possible_from, ''), other, r.id, other_id
LIMIT $limit
UNION ALL
MATCH (g:Group {id: $group})<-[r:ISSUED]-(x:Document)
RETURN type(r) AS relation, x.name AS other, x.id AS other_id, 'Document' AS other_kind, x.number AS number,
       coalesce(r.action, '') AS detail, r.valid_from AS valid_from, r.valid_to AS valid_to,
       r.possible_from AS possible_from, r.possible_to AS possible_to, EVIDENCE(r) AS evidence
ORDER BY coalesce(r.possible_from, ''), other, r.id, other_id
LIMIT $limit
