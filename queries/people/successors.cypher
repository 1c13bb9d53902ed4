// id: people/successors
// title: 前任与后任 | Before and after
// question: 此人所任的独任职务，还有谁任过；此人的小组席位由谁接替，或接替了谁？ | Who else has held the sole posts of this person, and who took their seat in a group, or gave it up to them?
// params: person (id Person, required), limit (int = 100, max 1000)
// returns: person, person_id, object, object_id, object_kind, role, capacity, valid_from, valid_to, possible_from, possible_to, basis, evidence, ended_by
// cost: keyed
// history: r, s, m, n
MATCH (p:Person {id: $person})-[r:HOLDS]->(q:Post)
WHERE q.sole = true
WITH DISTINCT q
ORDER BY q.id
LIMIT $limit
MATCH (q)<-[s:HOLDS]-(o:Person)
RETURN o.name AS person, o.id AS person_id, q.name AS object, q.id AS object_id, 'Post' AS object_kind,
       coalesce(q.position, '') AS role, s.capacity AS capacity, s.valid_from AS valid_from, s.valid_to AS valid_to,
       s.possible_from AS possible_from, s.possible_to AS possible_to, s.basis AS basis, EVIDENCE(s) AS evidence,
       coalesce(s.ended_by, []) AS ended_by
ORDER BY object, object_id, coalesce(valid_from, possible_from, valid_to, possible_to, ''), person, s.id, person_id
LIMIT $limit
UNION ALL
MATCH (p:Person {id: $person})-[m:MEMBER_OF]->(g:Group)<-[n:MEMBER_OF]-(o:Person)
WHERE m.role = n.role AND o.id <> p.id
  AND (any(each IN coalesce(m.ended_by, []) WHERE each IN coalesce(n.evidence, []))
    OR any(each IN coalesce(n.ended_by, []) WHERE each IN coalesce(m.evidence, [])))
RETURN o.name AS person, o.id AS person_id, g.name AS object, g.id AS object_id, 'Group' AS object_kind,
       coalesce(n.role, '') AS role, '' AS capacity, n.valid_from AS valid_from, n.valid_to AS valid_to,
       n.possible_from AS possible_from, n.possible_to AS possible_to, n.basis AS basis, EVIDENCE(n) AS evidence,
       coalesce(n.ended_by, []) AS ended_by
ORDER BY object, object_id, coalesce(valid_from, possible_from, valid_to, possible_to, ''), person, n.id, person_id
LIMIT $limit
