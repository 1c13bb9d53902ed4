// id: lists/nodes
// title: 清单 | A list
// question: 有哪些（按名称、日期、编号或标识排序）？ | Which are there, by name, date, number or id?
// params: node_kind (label, required), jurisdiction (string = ''), name (string = ''), kind (string = ''), on (string = ''), from (string = ''), to (string = ''), sort (string = 'name'), after_key (string = ''), after (string = ''), limit (int = 50, max 1000)
// returns: label, node_id, name, sort_key, jurisdiction, kind, oversight, level, presumed, ranks, titles, flags, position, sole, category, number, section, section_score, subsection, subsection_score, text, deadline, marker, weight, weight_reasoned, condition, base, rate_percent, amount_yuan, cap_yuan, per, place, date_from, date_to, day_printed, series, issuer, instrument, signed_date, effective_date, effective_day, valid_until, adopted_at, approved_by, interpreted_by, year, document, severity, explanation, explanation_en, valid_from, valid_to, possible_from, possible_to
// cost: scan
MATCH (n:LABEL($node_kind) PLACED)
WHERE ($jurisdiction = '' OR n.jurisdiction = $jurisdiction) AND ($name = '' OR n.name CONTAINS $name)
  AND ($kind = '' OR n.kind = $kind)
  AND ($on = '' OR (n.possible_from IS NULL OR n.possible_from <= $on) AND (n.possible_to IS NULL OR n.possible_to > $on))
  AND ($from = '' OR coalesce(n.date_to, n.date_from, n.effective_day, n.possible_from) >= $from)
  AND ($to = '' OR coalesce(n.date_from, n.effective_day, n.possible_from) <= $to)
WITH n, CASE $sort WHEN 'date' THEN coalesce(n.date_from, n.effective_day, n.possible_from, '')
            WHEN 'number' THEN coalesce(substring('000000', CASE WHEN size(n.number) < 6 THEN size(n.number) ELSE 6 END) + n.number, '') WHEN 'id' THEN '' ELSE coalesce(n.name, '') END AS sort_key
WHERE $after = '' OR sort_key > $after_key OR (sort_key = $after_key AND n.id > $after)
RETURN labels(n)[0] AS label, n.id AS node_id, n.name AS name, sort_key AS sort_key, n.jurisdiction AS jurisdiction,
      n.kind AS kind, n.oversight AS oversight, n.level AS level, n.presumed AS presumed, n.ranks AS ranks,
      n.titles AS titles, n.flags AS flags, n.position AS position, n.sole AS sole, n.category AS category,
      n.number AS number, n.section AS section, n.section_score AS section_score, n.subsection AS subsection,
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
ORDER BY sort_key, node_id
LIMIT $limit
