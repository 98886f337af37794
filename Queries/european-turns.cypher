// title: Rivals turned partners, and partners turned rivals
// description: Pairs of powers whose tie changed its sign, with what ended and what began.
// graph: european-alliances
// draw: no

MATCH (a:Country)-[old:PARTNERS_WITH|RIVALS]-(b:Country), (a)-[new:PARTNERS_WITH|RIVALS]-(b)
WHERE a.id < b.id AND type(old) <> type(new) AND toString(old.until) <= toString(new.since)
RETURN a.name AS power, b.name AS other_power,
       CASE type(new) WHEN 'PARTNERS_WITH' THEN 'partners' ELSE 'rivals' END AS turned,
       old.name AS before, toString(old.until) AS ended,
       new.name AS after, toString(new.since) AS began
ORDER BY began, ended, power
