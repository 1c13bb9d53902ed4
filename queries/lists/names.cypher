// id: lists/names
// title: 名称沿革 | Names over time
// question: 它还叫过什么？ | By which names has it been known?
// params: node_kind (label, required), node (id, required), limit (int = 100, max 1000)
// returns: known_as, known_as_id, kind, valid_from, valid_to, possible_from, possible_to, basis, evidence
// cost: keyed
// history: r
MATCH (n:LABEL($node_kind) {id: $node})-[r:KNOWN_AS]->(m:Name)
RETURN m.name AS known_as, m.id AS known_as_id, r.kind AS kind, r.valid_from AS valid_from, r.valid_to AS valid_to,
       r.possible_from AS possible_from, r.possible_to AS possible_to, r.basis AS basis, EVIDENCE(r) AS evidence
ORDER BY known_as, r.id, known_as_id
LIMIT $limit
