// id: checks/about
// title: 与其有关的问题 | Findings about one thing
// question: 当日有哪些问题涉及它？ | Which findings are about this node on a day?
// params: node_kind (label, required), node (id, required), on (date = today), limit (int = 100, max 1000)
// returns: kind, severity, explanation, explanation_en, number, finding_id, status, evidence
// cost: keyed
MATCH (n:LABEL($node_kind) {id: $node})<-[:ABOUT]-(f:Finding)
WHERE ON_DAY(f)
RETURN f.kind AS kind, f.severity AS severity, f.explanation AS explanation, f.explanation_en AS explanation_en,
       f.number AS number, f.id AS finding_id, STATUS(f) AS status, EVIDENCE(f) AS evidence
ORDER BY severity, kind, finding_id
LIMIT $limit
