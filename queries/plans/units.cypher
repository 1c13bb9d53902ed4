// id: plans/units
// title: 谁编制、解释这个方案 | Who drafts and interprets a plan
// question: 这个方案或预案由谁牵头编制，由谁解释？ | Which units draft and interpret this plan?
// params: plan (id Plan, required), on (date = today), limit (int = 50, max 500)
// returns: part, organisation, organisation_id, held
// cost: keyed
MATCH (p:Plan {id: $plan})<-[r:DRAFTS|INTERPRETS]-(o:Organisation)
WHERE ON_DAY(r)
RETURN type(r) AS part, o.name AS organisation, o.id AS organisation_id, HELD(r)
ORDER BY part, r.id, organisation_id
LIMIT $limit
