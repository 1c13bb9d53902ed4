// id: graph/neighbourhood
// title: 周边关系 | Neighbourhood
// question: 某日，它与哪些人、机构、任务直接相连？ | To what was this node joined on a day?
// params: kind (label, required), node (id, required), on (date = today), limit (int = 200, max 2000)
// returns: direction, edge, edge_id, other, other_id, other_kind, word, held
// cost: keyed
// order: edge, direction, other, other_id, edge_id
// total: yes
MATCH (n:LABEL($kind) {id: $node})-[r:ANY_EDGE]->(x)
WHERE ON_DAY(r)
RETURN 'out' AS direction, type(r) AS edge, r.id AS edge_id, x.name AS other, x.id AS other_id, labels(x)[0] AS other_kind,
       coalesce(r.role, r.relation, r.word, r.capacity, '') AS word, HELD(r)
ORDER BY edge, other, edge_id
LIMIT $limit
UNION ALL
MATCH (n:LABEL($kind) {id: $node})<-[r:ANY_EDGE]-(x)
WHERE ON_DAY(r)
RETURN 'in' AS direction, type(r) AS edge, r.id AS edge_id, x.name AS other, x.id AS other_id, labels(x)[0] AS other_kind,
       coalesce(r.role, r.relation, r.word, r.capacity, '') AS word, HELD(r)
ORDER BY edge, other, edge_id
LIMIT $limit
