// id: tasks/stale-leaders
// title: 责任领导已变动的任务 | Tasks whose named leader has moved on
// question: 哪些任务所列的领导已不再分管牵头单位？ | For which tasks is the named leader no longer in charge of the lead unit?
// params: on (date = today), jurisdiction (string = ''), limit (int = 200, max 5000)
// returns: task, task_id, number, plan, plan_id, jurisdiction, named_leader, who, who_id, since_at_latest, through, explanation, held
// cost: scan
MATCH (t:Task PLACED)-[a:ANSWERED_BY]->(w:Person|Organisation)
WHERE a.verdict = 'moved' AND ON_DAY(a) AND ($jurisdiction = '' OR t.jurisdiction = $jurisdiction)
WITH t, a, w
ORDER BY t.jurisdiction, t.document, t.number, t.id, a.id
LIMIT $limit
OPTIONAL MATCH (t)<-[h:HAS_TASK]-(p:Plan)
WHERE ON_DAY(h)
RETURN t.name AS task, t.id AS task_id, t.number AS number, p.name AS plan, p.id AS plan_id,
       t.jurisdiction AS jurisdiction, a.named_leader AS named_leader, w.name AS who, w.id AS who_id,
       a.since_at_latest AS since_at_latest, a.through AS through, a.explanation AS explanation, HELD(a)
ORDER BY jurisdiction, plan_id, number, task_id, a.id, who_id
LIMIT $limit
