// id: plans/paper
// title: 方案出自 | The paper of a plan
// question: 这个方案由哪份文件印发？ | Which paper issued this plan?
// params: plan (id Plan, required), limit (int = 20, max 200)
// returns: document, document_id, number, signed_date, effective_day, kind, category, evidence
// cost: keyed
// history: i
MATCH (p:Plan {id: $plan})<-[i:ISSUED]-(d:Document)
RETURN d.name AS document, d.id AS document_id, d.number AS number, d.signed_date AS signed_date,
       d.effective_day AS effective_day, p.kind AS kind, p.category AS category, EVIDENCE(i) AS evidence
ORDER BY effective_day, document_id
LIMIT $limit
