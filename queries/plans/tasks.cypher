// id: plans/tasks
// title: 方案的任务分解 | Tasks of a plan
// question: 这个方案分解为哪些任务，各由谁牵头、由谁负责？ | Into which tasks is the plan divided, and who leads and answers for each?
// params: plan (id Plan, required), on (date = today), limit (int = 500, max 5000)
// returns: task, task_id, number, section, deadline, units, verdict, who, who_id, held
// cost: keyed
MATCH (p:Plan {id: $plan})-[h:HAS_TASK]->(t:Task)
WHERE ON_DAY(h)
WITH h, t
ORDER BY t.number, t.id
LIMIT $limit
OPTIONAL MATCH (t)<-[l:LEADS|CARRIES_OUT|SUPPORTS]-(o:Organisation)
WHERE ON_DAY(l)
WITH h, t,
     collect(DISTINCT CASE WHEN o IS NOT NULL THEN {id: o.id, name: o.name, part: type(l), word: l.word, order: l.order} END) AS units
OPTIONAL MATCH (t)-[a:ANSWERED_BY]->(w:Person|Organisation)
WHERE ON_DAY(a)
RETURN t.name AS task, t.id AS task_id, t.number AS number, t.section AS section, t.deadline AS deadline,
       units AS units, a.verdict AS verdict, w.name AS who, w.id AS who_id, HELD(h)
ORDER BY number, task_id, h.id, coalesce(a.id, ''), who_id
LIMIT $limit
