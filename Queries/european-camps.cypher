// title: The European camps in a year
// title@ko: 그해의 유럽 진영
// title@zh: 当年的欧洲阵营
// description: The powers with the alliances and rivalries of the given year, to be drawn.
// graph: european-alliances
// param year = 1908
// draw: yes
// layout: circo

// A tie holds in a year if it began before the year ended and had not ended when the year began.
MATCH tie = (a:Country)-[r:PARTNERS_WITH|RIVALS]-(b:Country)
WHERE a.id < b.id
  AND toInteger(substring(toString(r.since), 0, 4)) <= $year
  AND (r.until IS NULL OR toInteger(substring(toString(r.until), 0, 4)) > $year)
RETURN tie
