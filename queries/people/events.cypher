// id: people/events
// title: 参加的活动 | What a person took part in
// question: 某段时间，此人参加了哪些会议和活动？ | In which meetings and events did this person take part in a period?
// params: person (id Person, required), from (string = ''), to (string = ''), kind (string = ''), limit (int = 500, max 5000)
// returns: date_from, date_to, event, event_id, kind, place, title, evidence
// cost: keyed
// history: r
MATCH (p:Person {id: $person})-[r:TOOK_PART_IN]->(x:Event)
WHERE ($from = '' OR coalesce(x.date_to, x.date_from) >= $from) AND ($to = '' OR x.date_from <= $to)
  AND ($kind = '' OR x.kind = $kind)
RETURN x.date_from AS date_from, x.date_to AS date_to, x.name AS event, x.id AS event_id, x.kind AS kind,
       x.place AS place, r.title AS title, EVIDENCE(r) AS evidence
ORDER BY coalesce(date_from, ''), event, r.id, event_id
LIMIT $limit
