// id: plans/catalogue
// title: 预案目录 | Catalogue of plans
// question: 有哪些方案和预案，由谁牵头编制？ | Which plans are there, and who drafts them?
// params: on (date = today), jurisdiction (string = ''), kind (string = ''), limit (int = 500, max 5000)
// returns: plan, plan_id, kind, category, number, jurisdiction, drafters, tasks, document, document_id, document_number, evidence
// cost: scan
MATCH (p:Plan PLACED)<-[i:ISSUED]-(d:Document)
WHERE ON_DAY(i) AND ($jurisdiction = '' OR p.jurisdiction = $jurisdiction) AND ($kind = '' OR p.kind = $kind)
WITH p, i, d
ORDER BY p.kind, p.document, p.category, p.number, p.id, d.id
LIMIT $limit
OPTIONAL MATCH (p)<-[r:DRAFTS]-(o:Organisation)
WHERE ON_DAY(r)
WITH p, i, d, collect(DISTINCT CASE WHEN o IS NOT NULL THEN {id: o.id, name: o.name, evidence: EVIDENCE(r)} END) AS drafters
OPTIONAL MATCH (p)-[h:HAS_TASK]->(t:Task)
WHERE ON_DAY(h)
WITH p, i, d, drafters, count(DISTINCT t.id) AS tasks
RETURN p.name AS plan, p.id AS plan_id, p.kind AS kind, p.category AS category, p.number AS number,
       p.jurisdiction AS jurisdiction, drafters AS drafters, tasks AS tasks, d.name AS document, d.id AS document_id,
       d.number AS document_number, EVIDENCE(i) AS evidence
ORDER BY kind, document_id, category, number, i.id, plan_id
LIMIT $limit
