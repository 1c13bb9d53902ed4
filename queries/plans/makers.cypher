// id: plans/makers
// title: 编制与解释单位 | Who drafts and interprets a plan
// question: 这个方案或预案由哪个单位编制，由谁解释？ | Which unit drafts this plan, and who interprets it?
// params: plan (id Plan, required), limit (int = 50, max 500)
// returns: part, organisation, organisation_id, plan, plan_id, document, document_id, document_number, valid_from, valid_to, possible_from, possible_to, basis, evidence
// cost: keyed
// history: r
MATCH (p:Plan {id: $plan})<-[r:DRAFTS|INTERPRETS]-(o:Organisation)
OPTIONAL MATCH (d:Document {id: p.document})
RETURN type(r) AS part, o.name AS organisation, o.id AS organisation_id, p.name AS plan, p.id AS plan_id,
       d.name AS document, d.id AS document_id, d.number AS document_number, r.valid_from AS valid_from, r.valid_to AS valid_to,
       r.possible_from AS possible_from, r.possible_to AS possible_to, r.basis AS basis, EVIDENCE(r) AS evidence
ORDER BY part, organisation, r.id, organisation_id
LIMIT $limit
