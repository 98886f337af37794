// title: Allies and enemies of each tribe
// description: How many allies and enemies each of the sixteen highland tribes has, and who they are.
// graph: highland-tribes
// draw: no

MATCH (t:Tribe)
WITH t, toInteger(substring(t.id, 6)) AS number,
     [(t)-[:PARTNERS_WITH]-(ally:Tribe) | toInteger(substring(ally.id, 6))] AS allies,
     [(t)-[:RIVALS]-(enemy:Tribe) | toInteger(substring(enemy.id, 6))] AS enemies
RETURN t.name AS tribe, size(allies) AS ally_count, allies, size(enemies) AS enemy_count, enemies
ORDER BY number
