// id: organisations/indicators
// title: 单位负责的指标 | Indicators of a unit
// question: 这个单位负责哪些考核指标，占多少分？ | Which indicators does this unit answer for, at what weight?
// params: organisation (id Organisation, required), limit (int = 500, max 5000)
// returns: indicator, indicator_id, number, section, subsection, weight, weight_reasoned, word, basis, document, document_id, document_number, evidence
// cost: keyed
MATCH (o:Organisation {id: $organisation})-[r:ANSWERS_FOR]->(i:Indicator)
OPTIONAL MATCH (d:Document {id: i.document})
RETURN i.name AS indicator, i.id AS indicator_id, i.number AS number, i.section AS section,
       i.subsection AS subsection, i.weight AS weight, i.weight_reasoned AS weight_reasoned, r.word AS word,
       r.basis AS basis, d.name AS document, d.id AS document_id, d.number AS document_number, EVIDENCE(r) AS evidence
ORDER BY document_id, section, subsection, number, r.id, indicator_id
LIMIT $limit
