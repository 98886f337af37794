// title: Who belongs together
// title@ko: 누가 함께 묶이는가
// description: Groups of actors, projects and places with more ties inside than chance would give, by the method of Leiden.
// graph: ai-infrastructure
// draw: no

CALL community.leiden({match: 'MATCH (a)-[r]->(b) WHERE NOT a:Source AND NOT b:Source AND type(r) <> "RIVALS" RETURN r'})
YIELD node, community
WITH community, node ORDER BY node.name
WITH community, collect(node.name) AS members
RETURN community, size(members) AS size, members
ORDER BY size DESC, community
