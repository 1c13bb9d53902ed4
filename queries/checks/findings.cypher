// id: checks/findings
// title: 问题清单 | Findings
// question: 当日有哪些矛盾、缺口和待核事项？ | Which contradictions, gaps and doubts are there on a day?
// params: on (date = today), jurisdiction (string = ''), kind (string = ''), limit (int = 500, max 5000)
// returns: kind, severity, explanation, explanation_en, number, jurisdiction, finding_id, about, status, evidence
// cost: scan
MATCH (f:Finding PLACED)
WHERE ON_DAY(f) AND ($jurisdiction = '' OR f.jurisdiction = $jurisdiction) AND ($kind = '' OR f.kind = $kind)
WITH f
ORDER BY CASE f.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, f.kind, f.jurisdiction, f.id
LIMIT $limit
OPTIONAL MATCH (f)-[:ABOUT]->(x)
WITH f, collect(DISTINCT CASE WHEN x IS NOT NULL THEN {id: x.id, name: x.name, kind: labels(x)[0]} END) AS about
RETURN f.kind AS kind, f.severity AS severity, f.explanation AS explanation, f.explanation_en AS explanation_en,
       f.number AS number, f.jurisdiction AS jurisdiction, f.id AS finding_id, about AS about, STATUS(f) AS status,
       EVIDENCE(f) AS evidence
ORDER BY CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, kind, jurisdiction, finding_id
LIMIT $limit
