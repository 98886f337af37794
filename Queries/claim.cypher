// title: What a claim says
// description: All that rests on one claim of the article, with its sources and its place in the text.
// graph: ai-infrastructure
// param claim = 31
// draw: no

MATCH ()-[tie]-()
WITH DISTINCT tie
WHERE $claim IN ([] + coalesce(tie.claim, []))
WITH tie
ORDER BY tie.id
RETURN startNode(tie).name AS from, type(tie) AS says, endNode(tie).name AS to,
       tie.source AS source, tie.where AS place, tie.note AS note
UNION ALL
MATCH (n)
WHERE $claim IN ([] + coalesce(n.claim, []))
WITH n
ORDER BY n.id
RETURN n.name AS from, null AS says, null AS to, n.source AS source, n.where AS place, n.note AS note
