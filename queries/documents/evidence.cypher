// id: documents/evidence
// title: 依据原文 | The printed words
// question: 这条依据的原文是什么，在哪里？ | What are the printed words of this piece of evidence, and where do they stand?
// params: evidence (id Evidence, required), limit (int = 20, max 200)
// returns: evidence_id, quote, document, document_id, document_number, signed_date, effective_day, jurisdiction, file, page, line_start, line_end, start, end, cell, rule, confidence, table
// cost: keyed
MATCH (e:Evidence {id: $evidence})
OPTIONAL MATCH (e)-[:QUOTES]->(d:Document)
RETURN e.id AS evidence_id, e.quote AS quote, d.name AS document, d.id AS document_id, d.number AS document_number,
       d.signed_date AS signed_date, d.effective_day AS effective_day, d.jurisdiction AS jurisdiction, e.file AS file, e.page AS page,
       e.line_start AS line_start, e.line_end AS line_end, e.start AS start, e.end AS end, e.cell AS cell,
       e.rule AS rule, e.confidence AS confidence, e.table AS table
ORDER BY document_id, evidence_id
LIMIT $limit
