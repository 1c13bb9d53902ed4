// id: documents/to-be-adjusted
// title: 待调整文件 | Papers to be adjusted
// question: 哪些文件因人员变动而需要调整，涉及哪些任务和席位？ | Which papers need adjusting because people have moved, and for which tasks and seats?
// params: on (date = today), jurisdiction (string = ''), limit (int = 200, max 5000)
// returns: document, document_id, number, what, count, items
// cost: scan
// order: document, document_id, what
MATCH (t:Task PLACED)-[a:ANSWERED_BY]->(who:Person|Organisation)
WHERE a.verdict IN ['moved', 'vacant'] AND ON_DAY(a) AND ($jurisdiction = '' OR t.jurisdiction = $jurisdiction)
WITH t.document AS paper, count(DISTINCT t.id) AS count,
     collect(DISTINCT {id: t.id, name: t.name, number: t.number, verdict: a.verdict, named_leader: a.named_leader,
       who: who.name, who_id: who.id}) AS items
MATCH (d:Document {id: paper})
RETURN d.name AS document, d.id AS document_id, d.number AS number, 'tasks' AS what, count AS count, items AS items
ORDER BY document, document_id
LIMIT $limit
UNION ALL
MATCH (w:Finding PLACED)
WHERE w.kind IN ['seat-stale', 'seat-check'] AND ON_DAY(w)
MATCH (w)-[:ABOUT]->(seat:Seat)
MATCH (seat)<-[f:FILLS]-(p:Person)
WHERE f.state IN ['stale', 'check'] AND ON_DAY(f)
MATCH (seat)-[s:OF_GROUP]->(g:Group)
WHERE ON_DAY(s) AND ($jurisdiction = '' OR g.jurisdiction = $jurisdiction)
WITH DISTINCT g, seat, f, p
MATCH (g)<-[i:ISSUED]-(d:Document)
WHERE ON_DAY(i)
WITH d, count(DISTINCT seat.id) AS count,
     collect(DISTINCT {id: seat.id, name: g.name, number: seat.role, verdict: f.state, named_leader: p.name,
       who: p.name, who_id: p.id}) AS items
RETURN d.name AS document, d.id AS document_id, d.number AS number, 'seats' AS what, count AS count, items AS items
ORDER BY document, document_id
LIMIT $limit
