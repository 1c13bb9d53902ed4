// id: tasks/deadlines
// title: 任务时限 | Deadlines of tasks
// question: 哪些任务写明了完成时限？ | Which tasks have a printed deadline?
// params: on (date = today), jurisdiction (string = ''), until (string = ''), limit (int = 200, max 5000)
// returns: deadline, task, task_id, number, plan, plan_id, jurisdiction, lead_units, verdict, who, who_id, evidence
// cost: scan
MATCH (t:Task PLACED)<-[h:HAS_TASK]-(p:Plan)
WHERE t.deadline <> '' AND ON_DAY(h) AND ($jurisdiction = '' OR t.jurisdiction = $jurisdiction)
  AND ($until = '' OR t.deadline <= $until)
WITH t, h, p
ORDER BY t.deadline, t.id, p.id
LIMIT $limit
OPTIONAL MATCH (t)<-[l:LEADS]-(o:Organisation)
WHERE ON_DAY(l)
WITH t, h, p, collect(DISTINCT CASE WHEN o IS NOT NULL THEN {id: o.id, name: o.name, order: l.order} END) AS lead_units
OPTIONAL MATCH (t)-[a:ANSWERED_BY]->(w:Person|Organisation)
WHERE ON_DAY(a)
RETURN t.deadline AS deadline, t.name AS task, t.id AS task_id, t.number AS number, p.name AS plan, p.id AS plan_id,
       t.jurisdiction AS jurisdiction, lead_units AS lead_units, a.verdict AS verdict, w.name AS who, w.id AS who_id,
       EVIDENCE(h) AS evidence
ORDER BY deadline, plan_id, number, task_id, h.id, coalesce(a.id, ''), who_id
LIMIT $limit
