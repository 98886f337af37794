// title: What a claim says
// description: All that rests on one claim of the article: what is said, by which source, at which place in the text.
// graph: ai-infrastructure
// param claim = 31
// draw: no

MATCH ()-[tie]-()
WITH DISTINCT tie
WHERE $claim IN ([] + coalesce(tie.claim, []))
WITH tie
ORDER BY tie.id
RETURN startNode(tie).name AS from, type(tie) AS says, endNode(tie).name AS to,
       tie.source AS source, tie.where AS place,
       [key IN keys(tie) WHERE NOT key IN ['claim', 'source', 'where', 'note@ko', 'ours'] | [key, tie[key]]] AS details
UNION ALL
MATCH (n)
WHERE $claim IN ([] + coalesce(n.claim, []))
WITH n, ['claim', 'source', 'where', 'note@ko', 'ours', 'name', 'name@ko', 'name@zh', 'alias'] AS known
ORDER BY n.id
RETURN n.name AS from, null AS says, null AS to, n.source AS source, n.where AS place,
       [key IN keys(n) WHERE NOT key IN known | [key, n[key]]] AS details
