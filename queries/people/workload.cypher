// id: people/workload
// title: 工作量 | Workload
// question: 某日，各位领导分管多少单位、多少任务、参加多少小组？ | How many units, tasks and groups does each leader have on a day?
// params: on (date = today), jurisdiction (string = ''), limit (int = 50, max 1000)
// returns: person, person_id, jurisdiction, units, matters, liaises, tasks, groups, chairs
// cost: scan
MATCH (p:Person PLACED)-[r:HEADS|IN_CHARGE_OF|SHARES_CHARGE_OF|RESPONSIBLE_FOR|LIAISES_WITH|MEMBER_OF|ANSWERED_BY]-(x)
WHERE ON_DAY(r) AND ($jurisdiction = '' OR p.jurisdiction = $jurisdiction)
WITH p,
     count(DISTINCT CASE WHEN type(r) IN ['HEADS', 'IN_CHARGE_OF', 'SHARES_CHARGE_OF'] THEN x END) AS units,
     count(DISTINCT CASE WHEN type(r) = 'RESPONSIBLE_FOR' THEN x END) AS matters,
     count(DISTINCT CASE WHEN type(r) = 'LIAISES_WITH' THEN x END) AS liaises,
     count(DISTINCT CASE WHEN type(r) = 'ANSWERED_BY' THEN x END) AS tasks,
     count(DISTINCT CASE WHEN type(r) = 'MEMBER_OF' THEN x END) AS groups,
     count(DISTINCT CASE WHEN type(r) = 'MEMBER_OF' AND r.role ENDS WITH '组长' AND NOT r.role CONTAINS '副' THEN x END) AS chairs
RETURN p.name AS person, p.id AS person_id, p.jurisdiction AS jurisdiction, units AS units, matters AS matters,
       liaises AS liaises, tasks AS tasks, groups AS groups, chairs AS chairs
ORDER BY units + tasks + groups DESC, person, person_id
LIMIT $limit
