// id: graph/nodes
// title: 全图的点 | Nodes of the whole graph
// question: 某一类一共有哪些？ | Which nodes of one kind are there?
// params: kind (label, required), jurisdiction (string = ''), limit (int = 1000, max 50000)
// returns: node_id, name, jurisdiction
// cost: scan
MATCH (n:LABEL($kind) PLACED)
WHERE $jurisdiction = '' OR n.jurisdiction = $jurisdiction
RETURN n.id AS node_id, n.name AS name, n.jurisdiction AS jurisdiction
ORDER BY node_id
LIMIT $limit
