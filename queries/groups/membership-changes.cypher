// id: groups/membership-changes
// title: 人员变动 | Changes of members
// question: 两日之间，哪些小组的成员有进有出？ | Who came to and left which groups between two days?
// params: from (date, required), to (date = today), group (string = ''), jurisdiction (string = ''), limit (int = 200, max 5000)
// returns: day, change, group, group_id, member, member_id, member_kind, role, title, state, basis, evidence, because_of, ended_by
// cost: scan
// history: r
// order: day, group, change, role, member, member_id
MATCH (g:Group PLACED)<-[r:MEMBER_OF]-(m:Person|Organisation)
WHERE r.possible_from > $from AND r.possible_from <= $to AND ($group = '' OR g.id = $group)
  AND ($jurisdiction = '' OR g.jurisdiction = $jurisdiction)
WITH g, r, m
ORDER BY r.possible_from, g.name, r.role, m.name, r.id, m.id
LIMIT $limit
RETURN r.possible_from AS day, 'joined' AS change, g.name AS group, g.id AS group_id, m.name AS member,
       m.id AS member_id, labels(m)[0] AS member_kind, r.role AS role, r.title AS title, r.state AS state,
       r.basis AS basis, EVIDENCE(r) AS evidence, coalesce(r.because_of, []) AS because_of,
       coalesce(r.ended_by, []) AS ended_by
ORDER BY day, group, role, member, r.id, member_id
LIMIT $limit
UNION ALL
MATCH (g:Group PLACED)<-[r:MEMBER_OF]-(m:Person|Organisation)
WHERE r.possible_to > $from AND r.possible_to <= $to AND ($group = '' OR g.id = $group)
  AND ($jurisdiction = '' OR g.jurisdiction = $jurisdiction)
WITH g, r, m
ORDER BY r.possible_to, g.name, r.role, m.name, r.id, m.id
LIMIT $limit
RETURN r.possible_to AS day, 'left' AS change, g.name AS group, g.id AS group_id, m.name AS member,
       m.id AS member_id, labels(m)[0] AS member_kind, r.role AS role, r.title AS title, r.state AS state,
       r.basis AS basis, EVIDENCE(r) AS evidence, coalesce(r.because_of, []) AS because_of,
       coalesce(r.ended_by, []) AS ended_by
ORDER BY day, group, role, member, r.id, member_id
LIMIT $limit
