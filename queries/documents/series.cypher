// id: documents/series
// title: 同一文种的文号 | Papers of one series
// question: 某地某一文种（如 东政办发）见到了哪些文号？ | Which numbers of a series were seen in a place?
// params: jurisdiction (string, required), series (string, required), limit (int = 5000, max 20000)
// returns: document, document_id, number, signed_date, effective_day
// cost: keyed
MATCH (d:Document {jurisdiction: $jurisdiction})
WHERE d.number STARTS WITH $series AND d.effective_day IS NOT NULL
RETURN d.name AS document, d.id AS document_id, d.number AS number, d.signed_date AS signed_date,
       d.effective_day AS effective_day
ORDER BY effective_day DESC, number, document_id
LIMIT $limit
