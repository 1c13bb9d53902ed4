// id: tasks/uncovered
// title: 无人分管或依据不足的任务 | Tasks nobody answers for
// question: 哪些任务当日没有分管领导，或依据不足？ | For which tasks is nobody in charge on that day, or is it unknown who is?
// params: on (date = today), jurisdiction (string = ''), limit (int = 200, max 5000)
// returns: task, task_id, number, plan, plan_id, jurisdiction, verdict, named_leader, who, who_id, through, explanation, held
// cost: scan
MATCH (t:Task PLACED)-[a:ANSWERED_BY]->(w:Person|Organisation)
WHERE a.verdict IN ['vacant', 'unknown'] AND ON_DAY(a) AND ($jurisdiction = '' OR t.jurisdiction = $jurisdiction)
WITH t, a, w
ORDER BY t.jurisdiction, t.document, t.number, t.id, a.id
LIMIT $limit
OPTIONAL MATCH (t)<-[h:HAS_TASK]-(p:Plan)
WHERE ON_DAY(h)
RETURN t.name AS task, t.id AS task_id, t.number AS number, p.name AS plan, p.id AS plan_id,
       t.jurisdiction AS jurisdiction, a.verdict AS verdict, a.named_leader AS named_leader, w.name AS who,
       w.id AS who_id, a.through AS through, a.explanation AS explanation, HELD(a)
ORDER BY jurisdiction, plan_id, number, task_id, a.id, who_id
LIMIT $limit
