// id: documents/numbered
// title: 同号文件 | Papers of one number
// question: 哪些文件的文号以此结尾（如 43号）？ | Which papers have a number that ends so?
// params: serial (string, required), jurisdiction (string = ''), limit (int = 200, max 5000)
// returns: document, document_id, number, signed_date, effective_day, jurisdiction
// cost: scan
MATCH (d:Document PLACED)
WHERE d.number ENDS WITH $serial AND ($jurisdiction = '' OR d.jurisdiction = $jurisdiction)
RETURN d.name AS document, d.id AS document_id, d.number AS number, d.signed_date AS signed_date,
       d.effective_day AS effective_day, d.jurisdiction AS jurisdiction
ORDER BY coalesce(effective_day, '') DESC, number, document_id
LIMIT $limit
