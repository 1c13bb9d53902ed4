// id: lists/charges
// title: 名称或范围含某词的分管单位与负责事项 | Charges whose name or scope holds a word
// question: 某日，名称或分管范围里有这个词的单位和事项由谁分管、负责？ | On a day, who has charge of the bodies and matters whose name or printed scope holds this word?
// params: word (string, required), on (date = today), jurisdiction (string = ''), limit (int = 100, max 2000)
// returns: looked_for, edge, relation, person, person_id, object, object_id, object_kind, jurisdiction, capacity, scope, via, held
// cost: scan
MATCH (p:Person)-[r:HEADS|IN_CHARGE_OF|SHARES_CHARGE_OF|LIAISES_WITH|RESPONSIBLE_FOR]->(x:Organisation|Matter)
WHERE (x.name CONTAINS $word OR coalesce(r.scope, '') CONTAINS $word) AND ($jurisdiction = '' OR x.jurisdiction = $jurisdiction) AND ON_DAY(r)
RETURN $word AS looked_for, type(r) AS edge, r.relation AS relation, p.name AS person, p.id AS person_id, x.name AS object,
       x.id AS object_id, labels(x)[0] AS object_kind, x.jurisdiction AS jurisdiction, r.capacity AS capacity, r.scope AS scope, r.via AS via, HELD(r)
ORDER BY object, edge, person, r.id, object_id, person_id
LIMIT $limit
