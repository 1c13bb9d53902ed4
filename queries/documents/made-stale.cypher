// id: documents/made-stale
// title: 文件引起的问题 | What a paper made stale
// question: 因为这份文件，哪些席位、任务待调整？ | Which seats and tasks need adjusting because of this paper?
// params: document (id Document, required), on (date = today), limit (int = 200, max 2000)
// returns: kind, severity, explanation, explanation_en, finding_id, about, evidence
// cost: keyed
MATCH (d:Document {id: $document})<-[:QUOTES]-(e:Evidence)
WITH d.jurisdiction AS place, collect(e.id) AS quoted
MATCH (f:Finding {jurisdiction: place})
WHERE f.kind IN ['seat-stale', 'seat-check', 'seat-pending', 'task-leader-moved', 'task-leader-vacant'] AND ON_DAY(f)
  AND any(x IN f.evidence WHERE x IN quoted)
WITH f
ORDER BY f.kind, f.explanation, f.id
LIMIT $limit
OPTIONAL MATCH (f)-[:ABOUT]->(x)
WITH f, collect(DISTINCT CASE WHEN x IS NOT NULL THEN {id: x.id, name: x.name, kind: labels(x)[0]} END) AS about
RETURN f.kind AS kind, f.severity AS severity, f.explanation AS explanation, f.explanation_en AS explanation_en,
       f.id AS finding_id, about AS about, EVIDENCE(f) AS evidence
ORDER BY kind, explanation, finding_id
LIMIT $limit
