// id: graph/path
// title: 两者之间的路径 | How two are joined
// question: 某日，这两者经由哪些关系相连？ | By which relations were these two joined on a day?
// params: from_kind (label, required), from (id, required), to_kind (label, required), to (id, required), on (date = today), limit (int = 5, max 20)
// returns: length, nodes, edges, path_id
// cost: keyed
// order: length, path_id
MATCH (a:LABEL($from_kind) {id: $from})
MATCH p = (a)-[:HOLDS|OF|PART_OF|HEADS|IN_CHARGE_OF|SHARES_CHARGE_OF|LIAISES_WITH|RESPONSIBLE_FOR|ASSISTS|STANDS_IN_FOR|MEMBER_OF|SUBGROUP_OF|OFFICE_IN|HAS_TASK|NAMED_FOR|LEADS|CARRIES_OUT|SUPPORTS|ANSWERED_BY*1..1]-(b:LABEL($to_kind) {id: $to})
WHERE all(r IN relationships(p) WHERE ON_DAY(r))
WITH [n IN nodes(p) | {id: n.id, name: n.name, kind: labels(n)[0]}] AS nodes,
     [r IN relationships(p) | {id: r.id, edge: type(r), evidence: EVIDENCE(r)}] AS edges,
     reduce(text = '', r IN relationships(p) | text + ' ' + r.id) AS path_id
RETURN 1 AS length, nodes AS nodes, edges AS edges, path_id AS path_id
ORDER BY length, path_id
LIMIT $limit
UNION ALL
MATCH (a:LABEL($from_kind) {id: $from})
MATCH p = (a)-[:HOLDS|OF|PART_OF|HEADS|IN_CHARGE_OF|SHARES_CHARGE_OF|LIAISES_WITH|RESPONSIBLE_FOR|ASSISTS|STANDS_IN_FOR|MEMBER_OF|SUBGROUP_OF|OFFICE_IN|HAS_TASK|NAMED_FOR|LEADS|CARRIES_OUT|SUPPORTS|ANSWERED_BY*1..2]-(m)
WHERE all(r IN relationships(p) WHERE ON_DAY(r))
WITH collect({middle: m.id, ids: [r IN relationships(p) | r.id],
     nodes: [n IN nodes(p) | {id: n.id, name: n.name, kind: labels(n)[0]}],
     edges: [r IN relationships(p) | {id: r.id, edge: type(r), evidence: EVIDENCE(r)}]}) AS firsts
MATCH (b:LABEL($to_kind) {id: $to})
MATCH q = (b)-[:HOLDS|OF|PART_OF|HEADS|IN_CHARGE_OF|SHARES_CHARGE_OF|LIAISES_WITH|RESPONSIBLE_FOR|ASSISTS|STANDS_IN_FOR|MEMBER_OF|SUBGROUP_OF|OFFICE_IN|HAS_TASK|NAMED_FOR|LEADS|CARRIES_OUT|SUPPORTS|ANSWERED_BY*1..2]-(m)
WHERE all(r IN relationships(q) WHERE ON_DAY(r))
WITH m.id AS middle, relationships(q) AS back, nodes(q) AS met, firsts AS firsts
UNWIND [first IN firsts WHERE first.middle = middle AND size(first.ids) >= size(back) AND size(first.ids) <= size(back) + 1
        AND none(r IN back WHERE r.id IN first.ids)] AS first
WITH size(first.ids) + size(back) AS length,
     first.nodes + [n IN tail(reverse(met)) | {id: n.id, name: n.name, kind: labels(n)[0]}] AS nodes,
     first.edges + [r IN reverse(back) | {id: r.id, edge: type(r), evidence: EVIDENCE(r)}] AS edges,
     reduce(text = '', id IN first.ids + [r IN reverse(back) | r.id] | text + ' ' + id) AS path_id
RETURN length AS length, nodes AS nodes, edges AS edges, path_id AS path_id
ORDER BY length, path_id
LIMIT $limit
