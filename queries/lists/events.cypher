// id: lists/events
// title: 大事记 | Chronicle
// question: 某段时间有哪些会议和活动，谁参加？ | Which meetings and events were there in a period, and who took part?
// params: from (string = ''), to (string = ''), kind (string = ''), jurisdiction (string = ''), limit (int = 500, max 5000)
// returns: date_from, date_to, event, event_id, kind, place, persons, evidence
// cost: scan
// history: r
MATCH (x:Event PLACED)
WHERE ($jurisdiction = '' OR x.jurisdiction = $jurisdiction) AND ($kind = '' OR x.kind = $kind)
  AND ($from = '' OR coalesce(x.date_to, x.date_from) >= $from) AND ($to = '' OR x.date_from <= $to)
WITH x
ORDER BY coalesce(x.date_from, ''), x.id
LIMIT $limit
OPTIONAL MATCH (x)<-[r:TOOK_PART_IN]-(p:Person)
WITH x, collect(DISTINCT CASE WHEN p IS NOT NULL THEN {id: p.id, name: p.name, evidence: EVIDENCE(r)} END) AS persons
RETURN x.date_from AS date_from, x.date_to AS date_to, x.name AS event, x.id AS event_id, x.kind AS kind,
       x.place AS place, persons AS persons, coalesce(x.evidence, []) AS evidence
ORDER BY coalesce(date_from, ''), event, event_id
LIMIT $limit
