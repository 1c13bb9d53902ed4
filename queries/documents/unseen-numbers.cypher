// id: documents/unseen-numbers
// title: 未见文号 | Numbers not seen
// question: 哪些文号在已见文号之间，却未载入？ | Which document numbers lie between those seen, but were not loaded?
// params: on (date = today), jurisdiction (string = ''), limit (int = 500, max 5000)
// returns: number, jurisdiction, explanation, explanation_en, finding_id, evidence
// cost: scan
MATCH (f:Finding PLACED)
WHERE f.kind = 'number-unseen' AND ON_DAY(f) AND ($jurisdiction = '' OR f.jurisdiction = $jurisdiction)
RETURN f.number AS number, f.jurisdiction AS jurisdiction, f.explanation AS explanation,
       f.explanation_en AS explanation_en, f.id AS finding_id, EVIDENCE(f) AS evidence
ORDER BY jurisdiction, number, finding_id
LIMIT $limit
