// id: analysis/points
// title: 各单位负责的指标分值 | Indicators and points of all units
// question: 某日，各单位负责哪些考核指标，各占多少分？ | On a day, for which indicators did each unit answer, at what weight?
// params: on (date = today), jurisdiction (string = ''), limit (int = 5000, max 100000)
// returns: who, who_id, who_kind, jurisdiction, edge, edge_id, object, object_id, object_kind, word, weight, weight_reasoned, basis, document_number, evidence
// cost: scan
MATCH (o:Organisation PLACED)
WHERE $jurisdiction = '' OR o.jurisdiction = $jurisdiction
MATCH (o)-[r:ANSWERS_FOR]->(i:Indicator)
OPTIONAL MATCH (d:Document {id: i.document})
WITH o, r, i, d
WHERE d IS NULL OR ON_DAY(d)
RETURN o.name AS who, o.id AS who_id, 'Organisation' AS who_kind, o.jurisdiction AS jurisdiction, type(r) AS edge,
       r.id AS edge_id, i.name AS object, i.id AS object_id, 'Indicator' AS object_kind, r.word AS word,
       i.weight AS weight, i.weight_reasoned AS weight_reasoned, r.basis AS basis, d.number AS document_number,
       EVIDENCE(r) AS evidence
ORDER BY who, who_id, object, edge_id
LIMIT $limit
