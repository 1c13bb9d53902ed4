// id: documents/mentions
// title: 提到某词的文件 | Papers that mention a word
// question: 哪些文件所读的原文里有这个词，有几处？ | In the printed words of which papers does this word stand, and how often?
// params: word (string, required), jurisdiction (string = ''), limit (int = 200, max 5000)
// returns: document, document_id, number, signed_date, count, evidence
// cost: scan
MATCH (e:Evidence)-[:QUOTES]->(d:Document PLACED)
WHERE e.quote CONTAINS $word AND ($jurisdiction = '' OR d.jurisdiction = $jurisdiction)
WITH d, count(e) AS count, collect(e.id) AS evidence
RETURN d.name AS document, d.id AS document_id, d.number AS number, d.signed_date AS signed_date, count AS count,
       evidence AS evidence
ORDER BY signed_date DESC, document, document_id
LIMIT $limit
