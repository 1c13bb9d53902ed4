// id: documents/undated
// title: 没有日期的文件 | Papers without a day
// question: 已载入的文件中哪些没有日期？ | Which of the loaded papers have no day?
// params: jurisdiction (string = ''), limit (int = 200, max 5000)
// returns: document, document_id, number, kind, issuer, instrument, jurisdiction
// cost: scan
MATCH (d:Document PLACED)
WHERE d.effective_day IS NULL AND (d.jurisdiction IS NOT NULL OR d.kind IS NOT NULL) AND ($jurisdiction = '' OR d.jurisdiction = $jurisdiction)
RETURN d.name AS document, d.id AS document_id, d.number AS number, d.kind AS kind, d.issuer AS issuer,
       d.instrument AS instrument, d.jurisdiction AS jurisdiction
ORDER BY jurisdiction, number, document_id
LIMIT $limit
