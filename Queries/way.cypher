// title: The way from a person to a project
// title@ko: 한 사람에서 프로젝트까지의 길
// title@zh: 从一个人到一个项目的路径
// description: One shortest way between two nodes of the graph, to be drawn.
// graph: ai-infrastructure
// param from = 'jack-ma'
// param to = 'stargate'
// draw: yes
// layout: dot

MATCH (a), (b)
WHERE (a.id = $from OR $from IN [a.name, a.name@ko, a.name@zh] + coalesce(a.alias, []))
  AND (b.id = $to OR $to IN [b.name, b.name@ko, b.name@zh] + coalesce(b.alias, []))
MATCH way = shortestPath((a)-[*..8]-(b))
RETURN way
