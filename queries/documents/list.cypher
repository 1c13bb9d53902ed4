// id: documents/list
// title: 文件清单 | Papers
// question: 已载入哪些文件？ | Which papers have been loaded?
// params: jurisdiction (string = ''), kind (string = ''), from (string = ''), to (string = ''), limit (int = 200, max 5000)
// returns: document, document_id, number, kind, issuer, instrument, jurisdiction, signed_date, effective_day, issue, issue_id
// cost: scan
MATCH (d:Document PLACED)
WHERE d.effective_day IS NOT NULL AND ($jurisdiction = '' OR d.jurisdiction = $jurisdiction)
  AND ($kind = '' OR d.kind = $kind) AND ($from = '' OR d.effective_day >= $from)
  AND ($to = '' OR d.effective_day <= $to)
WITH d
ORDER BY d.effective_day DESC, d.number, d.id
LIMIT $limit
OPTIONAL MATCH (d)-[:PRINTED_IN]->(gazette:Issue)
RETURN d.name AS document, d.id AS document_id, d.number AS number, d.kind AS kind, d.issuer AS issuer,
       d.instrument AS instrument, d.jurisdiction AS jurisdiction, d.signed_date AS signed_date,
       d.effective_day AS effective_day, gazette.name AS issue, gazette.id AS issue_id
ORDER BY effective_day DESC, number, document_id, issue_id
LIMIT $limit
