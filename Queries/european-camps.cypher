// title: The European camps in a year
// title@ko: 그해의 유럽 진영
// title@zh: 当年的欧洲阵营
// description: The powers with the alliances and rivalries of the given year, or of another date, to be drawn.
// graph: european-alliances
// param year = 1908
// draw: yes
// layout: circo

AS OF $year
MATCH tie = (a:Country)-[r:PARTNERS_WITH|RIVALS]-(b:Country)
WHERE a.id < b.id
RETURN tie
