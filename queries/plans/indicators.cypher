// id: plans/indicators
// title: 考核指标 | Indicators of a plan
// question: 这个方案有哪些考核指标，分值和责任单位是什么？ | Which indicators does this plan have, at what weight, and who answers for them?
// params: plan (id Plan, required), limit (int = 500, max 5000)
// returns: indicator, indicator_id, number, section, section_score, subsection, subsection_score, weight, weight_reasoned, units, evidence
// cost: keyed
MATCH (p:Plan {id: $plan})-[m:MEASURED_BY]->(i:Indicator)
OPTIONAL MATCH (i)<-[r:ANSWERS_FOR]-(o:Organisation)
WITH m, i,
     collect(DISTINCT CASE WHEN o IS NOT NULL THEN {id: o.id, name: o.name, word: r.word, basis: r.basis} END) AS units
RETURN i.name AS indicator, i.id AS indicator_id, i.number AS number, i.section AS section,
       i.section_score AS section_score, i.subsection AS subsection, i.subsection_score AS subsection_score,
       i.weight AS weight, i.weight_reasoned AS weight_reasoned, units AS units, EVIDENCE(m) AS evidence
ORDER BY section, subsection, number, m.id, indicator_id
LIMIT $limit
