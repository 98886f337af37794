// title: Balanced and unbalanced triangles
// description: Triangles of tribes by number of alliances. Balanced: an even number of enmities.
// graph: highland-tribes
// draw: no

MATCH (a:Tribe)-[ab]-(b:Tribe)-[bc]-(c:Tribe)-[ca]-(a)
WHERE a.id < b.id AND b.id < c.id
WITH size([tie IN [ab, bc, ca] WHERE type(tie) = 'PARTNERS_WITH']) AS alliances
RETURN alliances, 3 - alliances AS enmities, count(*) AS triangles,
       CASE WHEN alliances % 2 = 1 THEN 'balanced' ELSE 'unbalanced' END AS balance
ORDER BY alliances DESC
