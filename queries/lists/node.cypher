// id: lists/node
// title: 一项 | One thing
// question: 这是什么？ | What is this?
// params: node_kind (label, required), node (id, required), limit (int = 1, max 1)
// returns: label, node_id, name, jurisdiction, kind, oversight, level, presumed, ranks, titles, flags, position, sole, category, number, section, section_score, subsection, subsection_score, text, deadline, marker, weight, weight_reasoned, condition, base, rate_percent, amount_yuan, cap_yuan, per, place, date_from, date_to, day_printed, series, issuer, instrument, signed_date, effective_date, effective_day, valid_until, adopted_at, approved_by, interpreted_by, year, document, severity, explanation, explanation_en, valid_from, valid_to, possible_from, possible_to
// cost: keyed
MATCH (n:LABEL($node_kind) {id: $node})
RETURN labels(n)[0] AS label, n.id AS node_id, n.name AS name, n.jurisdiction AS jurisdiction, n.kind AS kind,
      n.oversight AS oversight, n.level AS level, n.presumed AS presumed, n.ranks AS ranks, n.titles AS titles,
      n.flags AS flags, n.position AS position, n.sole AS sole, n.category AS category, n.number AS number,
      n.section AS section, n.section_score AS section_score, n.subsection AS subsection,
      n.subsection_score AS subsection_score, n.text AS text, n.deadline AS deadline, n.marker AS marker,
      n.weight AS weight, n.weight_reasoned AS weight_reasoned, n.condition AS condition, n.base AS base,
      n.rate_percent AS rate_percent, n.amount_yuan AS amount_yuan, n.cap_yuan AS cap_yuan, n.per AS per,
      n.place AS place, n.date_from AS date_from, n.date_to AS date_to, n.day_printed AS day_printed, n.series AS series, n.issuer AS issuer,
      n.instrument AS instrument, n.signed_date AS signed_date, n.effective_date AS effective_date,
      n.effective_day AS effective_day, n.valid_until AS valid_until, n.adopted_at AS adopted_at,
      n.approved_by AS approved_by, n.interpreted_by AS interpreted_by, n.year AS year, n.document AS document,
      n.severity AS severity, n.explanation AS explanation, n.explanation_en AS explanation_en,
      n.valid_from AS valid_from, n.valid_to AS valid_to, n.possible_from AS possible_from,
      n.possible_to AS possible_to
ORDER BY node_id
LIMIT $limit
