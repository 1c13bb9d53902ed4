// id: jurisdictions/list
// title: 地区 | Places
// question: 有哪些地区的文件？ | From which places are there papers?
// params: limit (int = 200, max 5000)
// returns: jurisdiction, jurisdiction_id, level, organisations, persons, documents
// cost: scan
MATCH (j:Jurisdiction)
OPTIONAL MATCH (d:Document {jurisdiction: j.id})
WITH j, count(d.id) AS documents
OPTIONAL MATCH (p:Person {jurisdiction: j.id})
WITH j, documents, count(p.id) AS persons
OPTIONAL MATCH (o:Organisation {jurisdiction: j.id})
WITH j, documents, persons, count(o.id) AS organisations
RETURN j.name AS jurisdiction, j.id AS jurisdiction_id, j.level AS level, organisations AS organisations,
       persons AS persons, documents AS documents
ORDER BY documents DESC, jurisdiction_id
LIMIT $limit
