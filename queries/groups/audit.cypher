// id: groups/audit
// title: 小组审计 | Audit of a group
// question: 这个小组的每个席位历来由谁占、因何变动？ | Who has filled each seat of the group over time, and why did it change?
// params: group (id Group, required), limit (int = 10000, max 50000)
// returns: seat, seat_id, role, order, kind, title, member, member_id, member_kind, state, explanation, clause, grounds, valid_from, valid_to, possible_from, possible_to, basis, evidence, because_of, ended_by
// cost: keyed
// history: s, f, b, h
// order: order, role, seat_id, possible_from, member_id, state
MATCH (g:Group {id: $group})<-[s:OF_GROUP]-(place:Seat)
OPTIONAL MATCH (place)-[b:BOUND_TO]->(o:Organisation)
WHERE place.kind = 'unit'
RETURN place.name AS seat, place.id AS seat_id, place.role AS role, place.order AS order, place.kind AS kind,
       place.title AS title, o.name AS member, o.id AS member_id,
       CASE WHEN o IS NULL THEN '' ELSE 'Organisation' END AS member_kind,
       CASE WHEN o IS NULL THEN 'seat' ELSE 'unit' END AS state, '' AS explanation, coalesce(s.because_of, []) AS clause,
       [] AS grounds, s.valid_from AS valid_from, s.valid_to AS valid_to, s.possible_from AS possible_from,
       s.possible_to AS possible_to, s.basis AS basis, EVIDENCE(s) AS evidence, [] AS because_of,
       coalesce(s.ended_by, []) AS ended_by
ORDER BY seat_id, member_id
LIMIT $limit
UNION ALL
MATCH (g:Group {id: $group})<-[s:OF_GROUP]-(place:Seat)<-[f:FILLS]-(p:Person)
OPTIONAL MATCH (place)-[b:BOUND_TO]->(q:Post)
OPTIONAL MATCH (q)<-[h:HOLDS]-(p)
WITH s, place, f, p, h
ORDER BY h.basis
WITH s, place, f, p, collect(DISTINCT h.basis) AS grounds
RETURN place.name AS seat, place.id AS seat_id, place.role AS role, place.order AS order, place.kind AS kind,
       coalesce(f.title, place.title) AS title, p.name AS member, p.id AS member_id, 'Person' AS member_kind,
       f.state AS state, f.explanation AS explanation, coalesce(s.because_of, []) AS clause, grounds AS grounds,
       f.valid_from AS valid_from, f.valid_to AS valid_to, f.possible_from AS possible_from,
       f.possible_to AS possible_to, f.basis AS basis, EVIDENCE(f) AS evidence,
       coalesce(f.because_of, []) AS because_of, coalesce(f.ended_by, []) AS ended_by
ORDER BY seat_id, possible_from, f.id, member_id
LIMIT $limit
