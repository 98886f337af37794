// title: European alliances and rivalries in a year
// description: The pairs of powers tied by a treaty or a dispute in the given year, and for how long.
// graph: european-alliances
// param year = 1907
// draw: no

// A year is all its days: what began or ended in it is there, unless it ended before the year began.
AS OF $year
MATCH (a:Country)-[tie:PARTNERS_WITH|RIVALS]-(b:Country)
WHERE a.id < b.id
RETURN a.name AS power, b.name AS other_power,
       CASE type(tie) WHEN 'PARTNERS_WITH' THEN 'partners' ELSE 'rivals' END AS are,
       tie.name AS treaty_or_dispute, toString(tie.since) AS since, toString(tie.until) AS until
ORDER BY power, other_power, since
