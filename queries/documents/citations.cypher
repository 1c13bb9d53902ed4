// id: documents/citations
// title: 引用关系 | What a paper cites
// question: 这份文件引用、依据、取代了哪些文件，又被哪些文件引用？ | What does this paper cite, rest on or replace, and what cites it?
// params: document (id Document, required), limit (int = 200, max 2000)
// returns: direction, relation, document, document_id, number, signed_date, evidence
// cost: keyed
// order: direction, relation, document, document_id
MATCH (d:Document {id: $document})-[r:CITES|BASED_ON|SUPERSEDES|AMENDS|REPEALS]->(x:Document)
RETURN 'out' AS direction, type(r) AS relation, x.name AS document, x.id AS document_id, x.number AS number,
       x.signed_date AS signed_date, EVIDENCE(r) AS evidence
ORDER BY relation, document, r.id, document_id
LIMIT $limit
UNION ALL
MATCH (d:Document {id: $document})<-[r:CITES|BASED_ON|SUPERSEDES|AMENDS|REPEALS]-(x:Document)
RETURN 'in' AS direction, type(r) AS relation, x.name AS document, x.id AS document_id, x.number AS number,
       x.signed_date AS signed_date, EVIDENCE(r) AS evidence
ORDER BY relation, document, r.id, document_id
LIMIT $limit
