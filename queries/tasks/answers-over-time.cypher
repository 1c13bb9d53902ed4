// id: tasks/answers-over-time
// title: 任务责任沿革 | Who has answered for a task
// question: 这项任务历来由谁负责？ | Who has answered for this task over time?
// params: task (id Task, required), limit (int = 200, max 2000)
// returns: verdict, who, who_id, answers_as, through, explanation, valid_from, valid_to, possible_from, possible_to, basis, evidence, because_of, ended_by
// cost: keyed
// history: a
MATCH (t:Task {id: $task})-[a:ANSWERED_BY]->(w:Person|Organisation)
RETURN a.verdict AS verdict, w.name AS who, w.id AS who_id, a.answers_as AS answers_as, a.through AS through,
       a.explanation AS explanation, a.valid_from AS valid_from, a.valid_to AS valid_to,
       a.possible_from AS possible_from, a.possible_to AS possible_to, a.basis AS basis, EVIDENCE(a) AS evidence,
       coalesce(a.because_of, []) AS because_of, coalesce(a.ended_by, []) AS ended_by
ORDER BY coalesce(a.possible_from, ''), verdict, who, a.id, who_id
LIMIT $limit
