// id: analysis/answers
// title: 各项任务的当日责任人 | Who answers for every task
// question: 某日，每项任务由谁负责，结论是什么？ | On a day, who answered for each task, and by which verdict?
// params: on (date = today), jurisdiction (string = ''), limit (int = 5000, max 100000)
// returns: who, who_id, who_kind, jurisdiction, edge, edge_id, object, object_id, object_kind, word, held
// cost: scan
// order: who, who_id, object, edge_id
MATCH (t:Task PLACED)
WHERE $jurisdiction = '' OR t.jurisdiction = $jurisdiction
MATCH (t)-[r:ANSWERED_BY]->(x:Person|Organisation)
WHERE ON_DAY(r)
WITH t, r, x
ORDER BY t.name, t.id, x.name, r.id
LIMIT $limit
RETURN t.name AS who, t.id AS who_id, 'Task' AS who_kind, t.jurisdiction AS jurisdiction, type(r) AS edge,
       r.id AS edge_id, x.name AS object, x.id AS object_id, labels(x)[0] AS object_kind, r.verdict AS word, HELD(r)
LIMIT $limit
