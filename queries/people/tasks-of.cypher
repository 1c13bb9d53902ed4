// id: people/tasks-of
// title: 个人负责的任务 | Tasks of a person
// question: 哪些任务写着此人，哪些当日实际由其分管？ | Which tasks name this person, and for which does this person answer on the day?
// params: person (id Person, required), on (date = today), limit (int = 500, max 5000)
// returns: part, verdict, answers_as, task, task_id, number, deadline, plan, plan_id, held
// cost: keyed
// order: part, plan_id, number, task_id
MATCH (p:Person {id: $person})<-[r:ANSWERED_BY]-(t:Task)
WHERE ON_DAY(r)
OPTIONAL MATCH (t)<-[h:HAS_TASK]-(p2:Plan)
WHERE ON_DAY(h)
RETURN 'answers' AS part, r.verdict AS verdict, r.answers_as AS answers_as, t.name AS task, t.id AS task_id,
       t.number AS number, t.deadline AS deadline, p2.name AS plan, p2.id AS plan_id, HELD(r)
ORDER BY plan_id, number, r.id, task_id
LIMIT $limit
UNION ALL
MATCH (p:Person {id: $person})-[r:NAMED_FOR]->(t:Task)
WHERE ON_DAY(r)
OPTIONAL MATCH (t)<-[h:HAS_TASK]-(p2:Plan)
WHERE ON_DAY(h)
RETURN 'named' AS part, '' AS verdict, '' AS answers_as, t.name AS task, t.id AS task_id,
       t.number AS number, t.deadline AS deadline, p2.name AS plan, p2.id AS plan_id, HELD(r)
ORDER BY plan_id, number, r.id, task_id
LIMIT $limit
