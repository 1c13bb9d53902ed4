// id: analysis/papers
// title: 各地各月的文件数 | Papers by place and month
// question: 各地每个月有多少份文件在案，属于哪些类别？ | How many papers of each month are on record in each place, of which kinds?
// params: on (date = today), jurisdiction (string = ''), limit (int = 5000, max 100000)
// returns: jurisdiction, from, kind, papers, document, document_id
// cost: scan
MATCH (d:Document PLACED)
WHERE d.effective_day IS NOT NULL AND d.effective_day <= $on
  AND ($jurisdiction = '' OR d.jurisdiction = $jurisdiction)
WITH d
ORDER BY d.effective_day, d.id
WITH d.jurisdiction AS place, substring(d.effective_day, 0, 7) AS month, coalesce(d.instrument, d.kind, '') AS kind,
     count(d.id) AS papers, collect({id: d.id, name: d.name})[0] AS first
RETURN place AS jurisdiction, month AS from, kind AS kind, papers AS papers, first.name AS document,
       first.id AS document_id
ORDER BY jurisdiction, from, kind, document_id
LIMIT $limit
