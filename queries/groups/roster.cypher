// id: groups/roster
// title: 组成人员名单 | Roster of a group
// question: 某日，这个领导小组由哪些人组成，各席位是何状态？ | Who sat in this group on a day, and in what state is each seat?
// params: group (id Group, required), on (date = today), limit (int = 300, max 3000)
// returns: seat, seat_id, role, order, kind, title, person, person_id, organisation, organisation_id, post, post_id, state, explanation, listed, clause, held
// cost: keyed
// history: e
MATCH (g:Group {id: $group})<-[s:OF_GROUP]-(place:Seat)
WHERE ON_DAY(s)
OPTIONAL MATCH (place)<-[f:FILLS]-(p:Person)
WHERE ON_DAY(f)
WITH place, s, f, p
ORDER BY place.order, place.id, f.id
LIMIT $limit
OPTIONAL MATCH (place)-[b:BOUND_TO]->(o:Organisation)
WHERE ON_DAY(b)
OPTIONAL MATCH (place)-[c:BOUND_TO]->(q:Post)
WHERE ON_DAY(c)
OPTIONAL MATCH (place)<-[e:FILLS]-(before:Person)
WHERE e.state = 'listed'
WITH place, s, f, p, o, q,
     collect(DISTINCT CASE WHEN before IS NOT NULL THEN {id: before.id, name: before.name, valid_from: e.valid_from,
       valid_to: e.valid_to, evidence: EVIDENCE(e)} END) AS listed
RETURN place.name AS seat, place.id AS seat_id, place.role AS role, place.order AS order, place.kind AS kind,
       place.title AS title, p.name AS person, p.id AS person_id, o.name AS organisation, o.id AS organisation_id,
       q.name AS post, q.id AS post_id, coalesce(f.state, CASE WHEN place.kind IN ['unit', 'function'] THEN place.kind ELSE 'vacant' END) AS state,
       f.explanation AS explanation, listed AS listed, coalesce(s.because_of, []) AS clause,
       CASE WHEN f IS NULL THEN STATUS(s) ELSE STATUS(f) END AS status, coalesce(f.basis, s.basis) AS basis,
       CASE WHEN f IS NULL THEN s.valid_from ELSE f.valid_from END AS valid_from,
       CASE WHEN f IS NULL THEN s.valid_to ELSE f.valid_to END AS valid_to,
       CASE WHEN f IS NULL THEN s.possible_from ELSE f.possible_from END AS possible_from,
       CASE WHEN f IS NULL THEN s.possible_to ELSE f.possible_to END AS possible_to,
       coalesce(f.evidence, s.evidence, []) AS evidence, coalesce(f.because_of, []) AS because_of,
       coalesce(f.ended_by, []) AS ended_by
ORDER BY order, role, person_id, organisation_id, post_id, coalesce(f.id, ''), s.id, seat_id
LIMIT $limit
