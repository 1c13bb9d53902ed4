// id: documents/stale-in
// title: 一份文件的待调整事项 | What of one paper needs adjusting
// question: 当日，这份文件所列的哪些任务、席位已因人员变动而待调整？ | Which tasks and seats of this paper need adjusting on a day, for people have moved?
// params: document (id Document, required), on (date = today), limit (int = 500, max 5000)
// returns: what, item, item_id, named_leader, who, who_id, state, evidence
// cost: keyed
// order: what, item, item_id, who, who_id
MATCH (d:Document {id: $document})-[i:ISSUED]->(p:Plan)
WHERE ON_DAY(i)
MATCH (p)-[h:HAS_TASK]->(t:Task)
WHERE ON_DAY(h)
MATCH (t)-[a:ANSWERED_BY]->(w:Person|Organisation)
WHERE a.verdict IN ['moved', 'vacant'] AND ON_DAY(a)
RETURN 'Task' AS what, t.name AS item, t.id AS item_id, a.named_leader AS named_leader, w.name AS who, w.id AS who_id,
       a.verdict AS state, EVIDENCE(a) AS evidence
ORDER BY item, a.id, item_id
LIMIT $limit
UNION ALL
MATCH (d:Document {id: $document})-[i:ISSUED]->(g:Group)
WHERE ON_DAY(i)
MATCH (g)<-[s:OF_GROUP]-(seat:Seat)
WHERE ON_DAY(s)
MATCH (seat)<-[f:FILLS]-(q:Person)
WHERE f.state IN ['stale', 'check'] AND ON_DAY(f)
RETURN 'Seat' AS what, g.name AS item, g.id AS item_id, q.name AS named_leader, q.name AS who, q.id AS who_id,
       f.state AS state, EVIDENCE(f) AS evidence
ORDER BY item, f.id, item_id
LIMIT $limit
