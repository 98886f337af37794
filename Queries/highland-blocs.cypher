// title: Blocs of allied tribes
// description: Groups of tribes with more alliances inside than chance would give, and what each group has of alliances and enmities.
// graph: highland-tribes
// draw: no

CALL community.leiden({types: 'PARTNERS_WITH', labels: 'Tribe'}) YIELD node, community, modularity
WITH community, round(modularity * 1000) / 1000 AS modularity, collect(node) AS tribes
RETURN community, size(tribes) AS tribes_in_it,
       COUNT { MATCH (a)-[:PARTNERS_WITH]-(b) WHERE a IN tribes AND b IN tribes AND a.id < b.id } AS alliances,
       COUNT { MATCH (a)-[:RIVALS]-(b) WHERE a IN tribes AND b IN tribes AND a.id < b.id } AS enmities,
       modularity
ORDER BY community
