// title: What has only one source
// description: Every relationship that a single source vouches for, in the order of the claims.
// graph: ai-infrastructure
// draw: no

MATCH ()-[tie]-()
WITH DISTINCT tie, [] + coalesce(tie.source, []) AS sources
WHERE size(sources) = 1
RETURN sources[0] AS source, startNode(tie).name AS from, type(tie) AS says, endNode(tie).name AS to,
       tie.claim AS claim, tie.where AS place
ORDER BY ([] + tie.claim)[0], from, to
