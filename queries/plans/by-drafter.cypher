// id: plans/by-drafter
// title: 预案按编制单位 | Plans by the unit that drafts them
// question: 各单位牵头编制哪些应急预案？ | Which emergency plans does each unit draft?
// params: on (date = today), jurisdiction (string = ''), limit (int = 500, max 5000)
// returns: organisation, organisation_id, plans, items
// cost: scan
MATCH (p:Plan PLACED)<-[r:DRAFTS]-(o:Organisation)
WHERE ON_DAY(r) AND ($jurisdiction = '' OR p.jurisdiction = $jurisdiction)
WITH o, count(DISTINCT p.id) AS plans,
     collect(DISTINCT {id: p.id, name: p.name, category: p.category, number: p.number, evidence: EVIDENCE(r)}) AS items
RETURN o.name AS organisation, o.id AS organisation_id, plans AS plans, items AS items
ORDER BY plans DESC, organisation, organisation_id
LIMIT $limit
