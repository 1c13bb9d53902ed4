// id: people/homonyms
// title: 同名人员 | Namesakes
// question: 哪些人同名，是否已分清？ | Which persons share a name?
// params: name (string = ''), jurisdiction (string = ''), limit (int = 200, max 2000)
// returns: person, people, persons, person_id
// cost: scan
MATCH (p:Person PLACED)
WHERE ($name = '' OR p.name = $name) AND ($jurisdiction = '' OR p.jurisdiction = $jurisdiction)
WITH p.name AS person, count(p.id) AS people, min(p.id) AS person_id,
     collect({id: p.id, name: p.name, jurisdiction: p.jurisdiction, level: p.level, presumed: p.presumed,
       titles: coalesce(p.titles, []), flags: coalesce(p.flags, [])}) AS persons
WHERE people > 1
RETURN person AS person, people AS people, persons AS persons, person_id AS person_id
ORDER BY people DESC, person, person_id
LIMIT $limit
