// id: jurisdictions/reach
// title: 文件截至何时 | How far the papers reach
// question: 各地各类文件最近的一份是哪天的，其后有多少文号未见？ | What is the latest paper of each kind in each place, and how many numbers were not seen?
// params: jurisdiction (string = ''), limit (int = 200, max 5000)
// returns: jurisdiction, kind, date, document, document_id, number, papers, unseen
// cost: scan
MATCH (d:Document PLACED)
WHERE d.effective_day IS NOT NULL AND ($jurisdiction = '' OR d.jurisdiction = $jurisdiction)
WITH d.jurisdiction AS place, coalesce(d.instrument, d.kind, '') AS kind, count(d.id) AS papers,
     max(d.effective_day + coalesce(d.number, '') + '|' + d.id) AS latest
OPTIONAL MATCH (f:Finding {jurisdiction: place, kind: 'number-unseen'})
WITH place, kind, papers, latest, count(f.id) AS unseen
MATCH (d:Document {id: split(latest, '|')[1]})
RETURN place AS jurisdiction, kind AS kind, d.effective_day AS date, d.name AS document, d.id AS document_id,
       d.number AS number, papers AS papers, unseen AS unseen
ORDER BY jurisdiction, date DESC, kind, document_id
LIMIT $limit
