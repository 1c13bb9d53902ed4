// id: tasks/who-is-responsible
// title: 谁负责这项任务 | Who is responsible for a task
// question: 2023年9月1日，“开展知识产权质押融资”由谁负责？ | Who was responsible for this task on that day?
// params: task (id Task, required), on (date = today), limit (int = 20, max 200)
// returns: task, task_id, number, plan, plan_id, document, document_id, document_number, verdict, who, who_id, who_kind, answers_as, named_leader, named, since_at_latest, through, amended_by, why_not, explanation, stand_ins, units, held
// cost: keyed
MATCH (t:Task {id: $task})
MATCH (t)-[a:ANSWERED_BY]->(w:Person|Organisation)
WHERE ON_DAY(a)
OPTIONAL MATCH (t)<-[h:HAS_TASK]-(p:Plan)
WHERE ON_DAY(h)
OPTIONAL MATCH (p)<-[i:ISSUED]-(d:Document)
WHERE ON_DAY(i)
WITH DISTINCT t, a, w, p, d
ORDER BY a.id, p.id, d.id
LIMIT $limit
OPTIONAL MATCH (t)<-[n:NAMED_FOR]-(leader:Person)
WHERE ON_DAY(n)
WITH t, a, w, p, d,
     collect(DISTINCT CASE WHEN leader IS NOT NULL THEN {id: leader.id, name: leader.name, evidence: EVIDENCE(n)} END) AS named
OPTIONAL MATCH (w)<-[s:STANDS_IN_FOR]-(deputy:Person)
WHERE ON_DAY(s)
WITH t, a, w, p, d, named,
     collect(DISTINCT CASE WHEN deputy IS NOT NULL THEN {id: deputy.id, name: deputy.name, rank: s.rank, scope: s.scope,
       exclusion: s.exclusion, condition: s.condition, fallback: s.fallback, HELD_IN_MAP(s)} END) AS stand_ins
OPTIONAL MATCH (t)<-[l:LEADS|CARRIES_OUT|SUPPORTS]-(o:Organisation)
WHERE ON_DAY(l)
OPTIONAL MATCH (o)<-[:OF]-(post:Post {sole: true})<-[hd:HOLDS]-(head:Person)
WHERE ON_DAY(hd)
WITH t, a, w, p, d, named, stand_ins, l, o,
     collect(DISTINCT CASE WHEN head IS NOT NULL THEN {id: head.id, name: head.name, post_id: post.id, post: post.name,
       position: post.position, capacity: hd.capacity, HELD_IN_MAP(hd)} END) AS heads
WITH t, a, w, p, d, named, stand_ins,
     collect(CASE WHEN o IS NOT NULL THEN {id: o.id, name: o.name, part: type(l), word: l.word, order: l.order,
       heads: heads, evidence: EVIDENCE(l)} END) AS units
RETURN t.name AS task, t.id AS task_id, t.number AS number, p.name AS plan, p.id AS plan_id, d.name AS document,
       d.id AS document_id, d.number AS document_number, a.verdict AS verdict, w.name AS who, w.id AS who_id,
       CASE WHEN 'Person' IN labels(w) THEN 'Person' ELSE 'Organisation' END AS who_kind,
       a.answers_as AS answers_as, a.named_leader AS named_leader, named AS named,
       a.since_at_latest AS since_at_latest, a.through AS through, a.amended_by AS amended_by,
       coalesce(a.why_not, []) AS why_not, a.explanation AS explanation, stand_ins AS stand_ins, units AS units, HELD(a)
ORDER BY who, plan_id, document_id, a.id, who_id
LIMIT $limit
