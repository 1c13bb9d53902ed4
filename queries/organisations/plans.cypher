// id: organisations/plans
// title: 单位编制的方案预案 | Plans of a unit
// question: 这个单位牵头编制、负责解释哪些方案和预案？ | Which plans does this unit draft or interpret?
// params: organisation (id Organisation, required), on (date = today), limit (int = 500, max 5000)
// returns: part, plan, plan_id, kind, category, number, document, document_id, document_number, held
// cost: keyed
MATCH (o:Organisation {id: $organisation})-[r:DRAFTS|INTERPRETS]->(p:Plan)
WHERE ON_DAY(r)
OPTIONAL MATCH (d:Document {id: p.document})
RETURN type(r) AS part, p.name AS plan, p.id AS plan_id, p.kind AS kind, p.category AS category, p.number AS number,
       d.name AS document, d.id AS document_id, d.number AS document_number, HELD(r)
ORDER BY part, kind, category, number, r.id, plan_id
LIMIT $limit
