// id: graph/neighbourhood-of-many
// title: 多项的周边关系 | Neighbourhoods of many
// question: 某日，这些同类的项各与什么直接相连？ | To what was each of these things of one kind joined on a day?
// params: kind (label, required), nodes (ids, required), on (date = today), limit (int = 2000, max 20000)
// returns: node_id, direction, edge, edge_id, other, other_id, other_kind, word, held
// cost: keyed
// order: node_id, edge, direction, other, other_id, edge_id
// total: yes
UNWIND $nodes AS wanted
MATCH (n:LABEL($kind) {id: wanted})-[r:ANY_EDGE]->(x)
WHERE ON_DAY(r)
RETURN n.id AS node_id, 'out' AS direction, type(r) AS edge, r.id AS edge_id, x.name AS other, x.id AS other_id,
       labels(x)[0] AS other_kind, coalesce(r.role, r.relation, r.word, r.capacity, '') AS word, HELD(r)
ORDER BY node_id, edge, other, edge_id
LIMIT $limit
UNION ALL
UNWIND $nodes AS wanted
MATCH (n:LABEL($kind) {id: wanted})<-[r:ANY_EDGE]-(x)
WHERE ON_DAY(r)
RETURN n.id AS node_id, 'in' AS direction, type(r) AS edge, r.id AS edge_id, x.name AS other, x.id AS other_id,
       labels(x)[0] AS other_kind, coalesce(r.role, r.relation, r.word, r.capacity, '') AS word, HELD(r)
ORDER BY node_id, edge, other, edge_id
LIMIT $limit
