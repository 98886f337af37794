// title: All shortest ways from a person to a project
// description: Every shortest way between two nodes, told as the names and the ties along it.
// graph: ai-infrastructure
// param from :* = 'jack-ma'
// param to :* = 'stargate'
// draw: no

MATCH (a), (b)
WHERE a.id = $from AND b.id = $to
MATCH way = allShortestPaths((a)-[*..8]-(b))
RETURN DISTINCT length(way) AS steps, [n IN nodes(way) | n.name] AS names, [tie IN relationships(way) | type(tie)] AS ties
ORDER BY names, ties
