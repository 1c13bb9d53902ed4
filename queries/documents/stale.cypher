// id: documents/stale
// title: 待调整文件及缘由 | Papers gone stale, and why
// question: 当日哪些文件的哪些任务、席位待调整，因何文件？ | Which tasks and seats of which papers are to be adjusted on a day, and because of which paper?
// params: on (date = today), jurisdiction (string = ''), limit (int = 2000, max 10000)
// returns: kind, severity, explanation, explanation_en, finding_id, valid_from, group, group_id, acts, documents, evidence
// cost: scan
// history: i
MATCH (f:Finding PLACED)
WHERE ON_DAY(f) AND ($jurisdiction = '' OR f.jurisdiction = $jurisdiction)
  AND f.kind IN ['seat-stale', 'seat-check', 'seat-pending', 'seat-vacant', 'task-leader-moved', 'task-leader-vacant']
WITH f
ORDER BY f.kind, f.id
LIMIT $limit
OPTIONAL MATCH (f)-[:ABOUT]->(d:Document)
WITH f, collect(DISTINCT CASE WHEN d IS NOT NULL THEN {id: d.id, name: d.name, number: d.number, day: d.effective_day} END) AS documents
OPTIONAL MATCH (f)-[:ABOUT]->(g:Group)
OPTIONAL MATCH (g)<-[i:ISSUED]-(e:Document)
WITH f, documents, g, collect(DISTINCT CASE WHEN e IS NOT NULL THEN {id: e.id, name: e.name, number: e.number,
       day: i.possible_from, action: i.action} END) AS acts
RETURN f.kind AS kind, f.severity AS severity, f.explanation AS explanation, f.explanation_en AS explanation_en,
       f.id AS finding_id, f.valid_from AS valid_from, g.name AS group, g.id AS group_id, acts AS acts,
       documents AS documents, EVIDENCE(f) AS evidence
ORDER BY kind, explanation, finding_id, group_id
LIMIT $limit
