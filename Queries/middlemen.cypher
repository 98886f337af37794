// title: Who stands between the others
// title@ko: 누가 다른 이들 사이에 서 있는가
// description: Actors by how many of the shortest ways between others lead through them, by ties of any kind.
// graph: ai-infrastructure
// draw: no

CALL centrality.betweenness({labels: 'Actor', direction: 'undirected', parallel: 'single'}) YIELD node, score
WITH node, score WHERE score > 0
RETURN node.name AS actor, node.name@ko AS name_ko, round(score * 100) / 100 AS betweenness
ORDER BY betweenness DESC, actor
