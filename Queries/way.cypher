// title: The way from a person to a project
// title@ko: 한 사람에서 프로젝트까지의 길
// title@zh: 从一个人到一个项目的路径
// description: One shortest way between two nodes of the graph, to be drawn.
// graph: ai-infrastructure
// param from :* = 'jack-ma'
// param to :* = 'stargate'
// draw: yes
// layout: dot

MATCH (a), (b)
WHERE a.id = $from AND b.id = $to
MATCH way = shortestPath((a)-[*..8]-(b))
RETURN way
