// id: tasks/of-organisation
// title: 单位承担的任务 | Tasks of a unit
// question: 这个单位牵头、承担、配合哪些任务？ | Which tasks does the unit lead, carry out and support?
// params: organisation (id Organisation, required), on (date = today), limit (int = 500, max 5000)
// returns: part, word, task, task_id, number, section, deadline, plan, plan_id, verdict, who, who_id, held
// cost: keyed
MATCH (o:Organisation {id: $organisation})-[l:LEADS|CARRIES_OUT|SUPPORTS]->(t:Task)
WHERE ON_DAY(l)
WITH l, t
ORDER BY t.document, t.number, t.id, l.id
LIMIT $limit
OPTIONAL MATCH (t)<-[h:HAS_TASK]-(p:Plan)
WHERE ON_DAY(h)
OPTIONAL MATCH (t)-[a:ANSWERED_BY]->(w:Person|Organisation)
WHERE ON_DAY(a)
RETURN type(l) AS part, l.word AS word, t.name AS task, t.id AS task_id, t.number AS number, t.section AS section,
       t.deadline AS deadline, p.name AS plan, p.id AS plan_id, a.verdict AS verdict, w.name AS who, w.id AS who_id,
       HELD(l)
ORDER BY plan_id, number, task_id, part, l.id, coalesce(a.id, ''), who_id
LIMIT $limit
