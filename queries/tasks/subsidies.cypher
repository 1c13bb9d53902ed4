// id: tasks/subsidies
// title: 奖补条款 | Money that tasks offer
// question: 有哪些奖补，条件、比例和上限是多少？ | Which subsidies are offered, on what condition, at what rate and cap?
// params: on (date = today), jurisdiction (string = ''), limit (int = 200, max 5000)
// returns: task, task_id, number, jurisdiction, subsidy, subsidy_id, condition, base, rate_percent, amount_yuan, cap_yuan, per, lead_units, evidence
// cost: scan
MATCH (t:Task PLACED)<-[h:HAS_TASK]-(p:Plan)
WHERE ON_DAY(h) AND ($jurisdiction = '' OR t.jurisdiction = $jurisdiction)
MATCH (t)-[f:OFFERS]->(s:Subsidy)
WITH DISTINCT t, f, s
ORDER BY t.jurisdiction, t.document, t.number, t.id, s.id
LIMIT $limit
OPTIONAL MATCH (t)<-[l:LEADS]-(o:Organisation)
WHERE ON_DAY(l)
WITH t, f, s, collect(DISTINCT CASE WHEN o IS NOT NULL THEN {id: o.id, name: o.name, order: l.order} END) AS lead_units
RETURN t.name AS task, t.id AS task_id, t.number AS number, t.jurisdiction AS jurisdiction, s.name AS subsidy,
       s.id AS subsidy_id, s.condition AS condition, s.base AS base, s.rate_percent AS rate_percent,
       s.amount_yuan AS amount_yuan, s.cap_yuan AS cap_yuan, s.per AS per, lead_units AS lead_units, EVIDENCE(f) AS evidence
ORDER BY jurisdiction, number, task_id, f.id, subsidy_id
LIMIT $limit
