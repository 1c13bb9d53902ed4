// id: documents/clauses
// title: 同类条款 | Clauses of one kind
// question: 某段时间的文件里，某一类（任免、周期、响应级别、阶段、指标目标……）写了什么？ | What do the papers of a period say of one kind: appointments, periods, levels of response, phases, targets?
// params: table (string, required), document (string = ''), from (string = ''), to (string = ''), jurisdiction (string = ''), limit (int = 200, max 10000)
// returns: day, quote, rule, document, document_id, number, line_start, start, evidence_id, evidence
// cost: scan
MATCH (d:Document PLACED)<-[:QUOTES]-(e:Evidence)
WHERE e.table = $table AND ($jurisdiction = '' OR d.jurisdiction = $jurisdiction) AND ($document = '' OR d.id = $document)
  AND ($from = '' OR coalesce(d.signed_date, d.effective_day) >= $from)
  AND ($to = '' OR coalesce(d.signed_date, d.effective_day) <= $to)
WITH d, e
ORDER BY coalesce(d.signed_date, d.effective_day, ''), d.id, e.line_start, e.start, e.id
LIMIT $limit
RETURN coalesce(d.signed_date, d.effective_day) AS day, e.quote AS quote, e.rule AS rule, d.name AS document, d.id AS document_id,
       d.number AS number, e.line_start AS line_start, e.start AS start, e.id AS evidence_id, [e.id] AS evidence
ORDER BY coalesce(day, ''), document_id, line_start, start, evidence_id
LIMIT $limit
