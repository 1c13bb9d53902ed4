// id: groups/membership-history
// title: 成员沿革 | Members over time
// question: 这个小组历来有哪些成员，因何变动？ | Who has sat in this group over time, and why did it change?
// params: group (id Group, required), limit (int = 500, max 5000)
// returns: member, member_id, member_kind, role, order, title, state, valid_from, valid_to, possible_from, possible_to, basis, evidence, because_of, ended_by
// cost: keyed
// history: r
MATCH (g:Group {id: $group})<-[r:MEMBER_OF]-(m:Person|Organisation)
RETURN m.name AS member, m.id AS member_id, labels(m)[0] AS member_kind, r.role AS role, r.order AS order,
       r.title AS title, r.state AS state, r.valid_from AS valid_from, r.valid_to AS valid_to,
       r.possible_from AS possible_from, r.possible_to AS possible_to, r.basis AS basis, EVIDENCE(r) AS evidence,
       coalesce(r.because_of, []) AS because_of, coalesce(r.ended_by, []) AS ended_by
ORDER BY coalesce(r.possible_from, ''), order, member, r.id, member_id
LIMIT $limit
