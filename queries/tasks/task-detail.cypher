// id: tasks/task-detail
// title: 任务详情 | A task in full
// question: 这项任务写了什么，谁牵头，谁配合，何时完成？ | What does the task say, who leads it, who supports it, and by when?
// params: task (id Task, required), on (date = today), limit (int = 20, max 200)
// returns: task, task_id, number, section, text, deadline, valid_from, valid_to, plan, plan_id, document, document_id, document_number, named, units, subsidies, evidence
// cost: keyed
MATCH (t:Task {id: $task})
OPTIONAL MATCH (t)<-[h:HAS_TASK]-(p:Plan)
WHERE ON_DAY(h)
OPTIONAL MATCH (p)<-[i:ISSUED]-(d:Document)
WHERE ON_DAY(i)
WITH DISTINCT t, h, p, d
ORDER BY p.id, d.id
LIMIT $limit
OPTIONAL MATCH (t)<-[n:NAMED_FOR]-(leader:Person)
WHERE ON_DAY(n)
WITH t, h, p, d,
     collect(DISTINCT CASE WHEN leader IS NOT NULL THEN {id: leader.id, name: leader.name, evidence: EVIDENCE(n)} END) AS named
OPTIONAL MATCH (t)<-[l:LEADS|CARRIES_OUT|SUPPORTS]-(o:Organisation)
WHERE ON_DAY(l)
WITH t, h, p, d, named,
     collect(DISTINCT CASE WHEN o IS NOT NULL THEN {id: o.id, name: o.name, part: type(l), word: l.word, order: l.order,
       evidence: EVIDENCE(l)} END) AS units
OPTIONAL MATCH (t)-[f:OFFERS]->(s:Subsidy)
WITH t, h, p, d, named, units,
     collect(DISTINCT CASE WHEN s IS NOT NULL THEN {id: s.id, name: s.name, condition: s.condition, base: s.base,
       rate_percent: s.rate_percent, amount_yuan: s.amount_yuan, cap_yuan: s.cap_yuan, per: s.per,
       evidence: EVIDENCE(f)} END) AS subsidies
RETURN t.name AS task, t.id AS task_id, t.number AS number, t.section AS section, t.text AS text,
       t.deadline AS deadline, t.valid_from AS valid_from, t.valid_to AS valid_to, p.name AS plan, p.id AS plan_id,
       d.name AS document, d.id AS document_id, d.number AS document_number, named AS named, units AS units,
       subsidies AS subsidies, EVIDENCE(h) AS evidence
ORDER BY plan_id, document_id, coalesce(h.id, ''), task_id
LIMIT $limit
