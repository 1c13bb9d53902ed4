// id: tasks/flow
// title: 任务流向 | Who leads what
// question: 某日，哪位领导经由哪个牵头单位负责哪个方案的多少任务？ | Through which lead unit does each leader answer for how many tasks of which plan?
// params: on (date = today), jurisdiction (string = ''), limit (int = 500, max 5000)
// returns: who, who_id, unit, unit_id, plan, plan_id, tasks
// cost: scan
MATCH (p:Plan PLACED)
WHERE $jurisdiction = '' OR p.jurisdiction = $jurisdiction
MATCH (p)-[h:HAS_TASK]->(t:Task)
WHERE ON_DAY(h)
MATCH (t)-[a:ANSWERED_BY]->(w:Person|Organisation)
WHERE ON_DAY(a)
MATCH (t)<-[l:LEADS]-(o:Organisation)
WHERE ON_DAY(l)
RETURN w.name AS who, w.id AS who_id, o.name AS unit, o.id AS unit_id, p.name AS plan, p.id AS plan_id,
       count(DISTINCT t.id) AS tasks
ORDER BY tasks DESC, who, unit, plan, who_id, unit_id, plan_id
LIMIT $limit
