// id: plans/score-check
// title: 分值核对 | Scores that do not add up
// question: 考核指标表的分值加起来对不对，哪里不对？ | Do the scores of an indicator table add up, and where do they not?
// params: document (string = ''), jurisdiction (string = ''), on (date = today), limit (int = 200, max 2000)
// returns: document, document_id, document_number, kind, severity, explanation, explanation_en, finding_id, evidence
// cost: scan
MATCH (f:Finding PLACED)
WHERE ON_DAY(f) AND f.kind IN ['sum-wrong', 'sum-open'] AND ($jurisdiction = '' OR f.jurisdiction = $jurisdiction)
WITH f
MATCH (f)-[:ABOUT]->(d:Document)
WHERE $document = '' OR d.id = $document OR d.number = $document
RETURN d.name AS document, d.id AS document_id, d.number AS document_number, f.kind AS kind, f.severity AS severity,
       f.explanation AS explanation, f.explanation_en AS explanation_en, f.id AS finding_id, EVIDENCE(f) AS evidence
ORDER BY kind DESC, document_id, finding_id
LIMIT $limit
