// id: documents/detail
// title: 文件要素 | A paper
// question: 这份文件的文号、日期、发文机关和效力如何？ | What are the paper's number, dates, issuer and validity?
// params: document (id Document, required), limit (int = 20, max 200)
// returns: document, document_id, number, kind, series, issuer, instrument, jurisdiction, signed_date, effective_date, effective_day, valid_until, adopted_at, approved_by, interpreted_by, possible_to, issue, issue_id, plans, groups
// cost: keyed
// history: i, j
MATCH (d:Document {id: $document})
OPTIONAL MATCH (d)-[:PRINTED_IN]->(gazette:Issue)
WITH d, gazette
ORDER BY gazette.id
LIMIT $limit
OPTIONAL MATCH (d)-[i:ISSUED]->(p:Plan)
WITH d, gazette, collect(DISTINCT CASE WHEN p IS NOT NULL THEN {id: p.id, name: p.name, kind: p.kind, action: i.action} END) AS plans
OPTIONAL MATCH (d)-[j:ISSUED]->(g:Group)
WITH d, gazette, plans, collect(DISTINCT CASE WHEN g IS NOT NULL THEN {id: g.id, name: g.name, action: j.action} END) AS groups
RETURN d.name AS document, d.id AS document_id, d.number AS number, d.kind AS kind, d.series AS series,
       d.issuer AS issuer, d.instrument AS instrument, d.jurisdiction AS jurisdiction, d.signed_date AS signed_date,
       d.effective_date AS effective_date, d.effective_day AS effective_day, d.valid_until AS valid_until,
       d.adopted_at AS adopted_at, d.approved_by AS approved_by, d.interpreted_by AS interpreted_by,
       d.possible_to AS possible_to, gazette.name AS issue, gazette.id AS issue_id, plans AS plans, groups AS groups
ORDER BY issue_id, document_id
LIMIT $limit
