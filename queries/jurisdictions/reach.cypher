// id: jurisdictions/reach
// title: 文件截至何时 | How far the papers reach
// question: 各地各类文件最近的一份是哪天的，其后有多少文号未见？ | What is the latest paper of each kind in each place, and how many numbers were not seen?
// params: jurisdiction (string = ''), limit (int = 200, max 5000)
// returns: jurisdiction, kind, date, document, document_id, number, papers, unseen
// cost: scan
MATCH (d:Document PLACED)
WHERE d.effective_day IS NOT NULL AND ($jurisdiction = '' OR d.jurisdiction = $jurisdiction)
WITH d
ORDER BY d.effective_day DESC, d.number DESC, d.id
WITH d.jurisdiction AS place, coalesce(d.instrument, d.kind, '') AS kind, count(d.id) AS papers,
     collect({id: d.id, name: d.name, number: d.number, day: d.effective_day})[0] AS latest
OPTIONAL MATCH (f:Finding {jurisdiction: place, kind: 'number-unseen'})
WITH place, kind, papers, latest, count(f.id) AS unseen
RETURN place AS jurisdiction, kind AS kind, latest.day AS date, latest.name AS document, latest.id AS document_id,
       latest.number AS number, papers AS papers, unseen AS unseen
ORDER BY jurisdiction, date DESC, kind, document_id
LIMIT $limit
