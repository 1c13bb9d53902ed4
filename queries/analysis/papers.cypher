// id: analysis/papers
// title: 各地各月的文件数 | Papers by place and month
// question: 各地每个月有多少份文件在案，属于哪些类别？ | How many papers of each month are on record in each place, of which kinds?
// params: on (date = today), jurisdiction (string = ''), limit (int = 5000, max 100000)
// returns: jurisdiction, from, kind, papers, document, document_id
// cost: scan
// order: jurisdiction, from, kind, document_id
MATCH (d:Document PLACED)
WHERE d.effective_day IS NOT NULL AND d.effective_day <= $on
  AND ($jurisdiction = '' OR d.jurisdiction = $jurisdiction)
WITH d.jurisdiction AS place, substring(d.effective_day, 0, 7) AS month, coalesce(d.instrument, d.kind, '') AS kind,
     count(d.id) AS papers, min(d.effective_day + d.id) AS dated_id
ORDER BY place, month, kind, dated_id
LIMIT $limit
MATCH (d:Document {id: substring(dated_id, 10)})
RETURN place AS jurisdiction, month AS from, kind AS kind, papers AS papers, d.name AS document, d.id AS document_id
LIMIT $limit
