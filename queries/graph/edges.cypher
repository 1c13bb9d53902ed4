// id: graph/edges
// title: 全图的关系 | Edges of the whole graph
// question: 某一类的全部关系各始于何日、止于何日？ | Which edges lead from the nodes of one kind, and over which days?
// params: kind (label, required), jurisdiction (string = ''), limit (int = 1000, max 100000)
// returns: node_id, edge, edge_id, other_id, possible_from, possible_to
// cost: scan
// history: r
// order: node_id, edge_id
MATCH (n:LABEL($kind) PLACED)
WHERE $jurisdiction = '' OR n.jurisdiction = $jurisdiction
FIRST(n BY n.id)
MATCH (n)-[r:ANY_EDGE]->(x)
RETURN n.id AS node_id, type(r) AS edge, r.id AS edge_id, x.id AS other_id, r.possible_from AS possible_from,
       r.possible_to AS possible_to
ORDER BY node_id, edge_id
LIMIT $limit
