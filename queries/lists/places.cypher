// id: lists/places
// title: 同期文件的位置 | Where the papers of a file begin
// question: 同一期公报里，各份文件从哪里开始？ | Where do the papers of the same gazette issue begin?
// params: document (id Document, required), limit (int = 1000, max 10000)
// returns: file, start, other_id
// cost: keyed
MATCH (d:Document {id: $document})
MATCH (d)-[:PRINTED_IN]->(i:Issue)
MATCH (i)<-[:PRINTED_IN]-(other:Document)
MATCH (other)<-[:QUOTES]-(e:Evidence)
WHERE e.table = 'documents' AND e.start IS NOT NULL
RETURN e.file AS file, e.start AS start, other.id AS other_id
ORDER BY file, start, other_id
LIMIT $limit
