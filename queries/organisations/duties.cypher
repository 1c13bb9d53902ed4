// id: organisations/duties
// title: 单位职责 | Duties of a unit
// question: 文件写明这个单位承担哪些职责？ | Which duties do papers give this unit?
// params: organisation (id Organisation, required), on (date = today), limit (int = 500, max 5000)
// returns: duty, duty_id, number, marker, document, document_id, document_number, held
// cost: keyed
MATCH (o:Organisation {id: $organisation})-[r:HAS_DUTY]->(y:Duty)
WHERE ON_DAY(r)
OPTIONAL MATCH (d:Document {id: y.document})
RETURN y.name AS duty, y.id AS duty_id, y.number AS number, r.marker AS marker, d.name AS document,
       d.id AS document_id, d.number AS document_number, HELD(r)
ORDER BY document_id, number, r.id, duty_id
LIMIT $limit
