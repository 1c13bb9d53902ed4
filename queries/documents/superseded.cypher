// id: documents/superseded
// title: 被取代、修改、废止的文件 | Papers replaced, amended or repealed
// question: 哪些文件已被后来的文件取代、修改或废止？ | Which papers were replaced, amended or repealed by a later one?
// params: jurisdiction (string = ''), limit (int = 200, max 5000)
// returns: relation, document, document_id, number, by, by_id, by_number, by_day, evidence
// cost: scan
MATCH (d:Document PLACED)-[r:SUPERSEDES|AMENDS|REPEALS]->(x:Document)
WHERE $jurisdiction = '' OR d.jurisdiction = $jurisdiction
RETURN type(r) AS relation, x.name AS document, x.id AS document_id, x.number AS number, d.name AS by, d.id AS by_id,
       d.number AS by_number, d.effective_day AS by_day, EVIDENCE(r) AS evidence
ORDER BY by_day DESC, by_id, relation, r.id, document_id
LIMIT $limit
