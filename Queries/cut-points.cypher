// title: Without whom the network falls apart
// title@ko: 빠지면 망이 끊어지는 자
// description: Nodes whose loss leaves others unconnected, with the ties that are the only ones between their ends.
// graph: ai-infrastructure
// draw: no

CALL structure.articulationPoints({match: 'MATCH (a)-[r]->(b) WHERE NOT a:Source AND NOT b:Source RETURN r'}) YIELD node
WITH collect(node) AS points
CALL structure.bridges({match: 'MATCH (a)-[r]->(b) WHERE NOT a:Source AND NOT b:Source RETURN r'}) YIELD relationship
UNWIND points AS point
WITH point, relationship WHERE startNode(relationship) = point OR endNode(relationship) = point
RETURN point.name AS without,
       count(*) AS bridges,
       collect(CASE WHEN startNode(relationship) = point THEN endNode(relationship).name
                    ELSE startNode(relationship).name END) AS to
ORDER BY bridges DESC, without
