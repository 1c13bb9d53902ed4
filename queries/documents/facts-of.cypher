// id: documents/facts-of
// title: 文件写了什么 | What a paper says
// question: 从这份文件读出了哪些原文？ | Which words were read out of this paper?
// params: document (id Document, required), table (string = ''), limit (int = 500, max 10000)
// returns: table, evidence_id, quote, page, line_start, line_end, start, end, cell, rule, confidence, file
// cost: keyed
MATCH (d:Document {id: $document})<-[:QUOTES]-(e:Evidence)
WHERE $table = '' OR e.table = $table
RETURN e.table AS table, e.id AS evidence_id, e.quote AS quote, e.page AS page, e.line_start AS line_start,
       e.line_end AS line_end, e.start AS start, e.end AS end, e.cell AS cell, e.rule AS rule,
       e.confidence AS confidence, e.file AS file
ORDER BY table, line_start, start, cell, evidence_id
LIMIT $limit
