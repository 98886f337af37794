// title: Allies and enemies of each tribe
// description: How many allies and enemies each of the sixteen highland tribes has, and who they are.
// graph: highland-tribes
// draw: no

MATCH (t:Tribe)-[tie:PARTNERS_WITH|RIVALS]-(other:Tribe)
WITH t, tie, toInteger(substring(other.id, 6)) AS other
ORDER BY other
WITH t, collect(CASE type(tie) WHEN 'PARTNERS_WITH' THEN other END) AS allies,
     collect(CASE type(tie) WHEN 'RIVALS' THEN other END) AS enemies
RETURN t.name AS tribe, size(allies) AS ally_count, allies, size(enemies) AS enemy_count, enemies
ORDER BY toInteger(substring(t.id, 6))
