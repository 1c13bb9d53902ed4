// id: documents/made-stale
// title: 文件引起的问题 | What a paper made stale
// question: 因为这份文件，哪些席位、任务待调整？ | Which seats and tasks need adjusting because of this paper?
// params: document (id Document, required), on (date = today), limit (int = 200, max 2000)
// returns: kind, severity, explanation, explanation_en, finding_id, evidence
// cost: keyed
MATCH (d:Document {id: $document})
MATCH (f:Finding {jurisdiction: d.jurisdiction})
WHERE ON_DAY(f) AND f.kind IN ['seat-stale', 'seat-check', 'seat-pending', 'task-leader-moved', 'task-leader-vacant']
MATCH (d)<-[:QUOTES]-(e:Evidence)
WHERE e.id IN f.evidence
WITH DISTINCT f
RETURN f.kind AS kind, f.severity AS severity, f.explanation AS explanation, f.explanation_en AS explanation_en,
       f.id AS finding_id, EVIDENCE(f) AS evidence
ORDER BY kind, explanation, finding_id
LIMIT $limit
