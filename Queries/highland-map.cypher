// title: The highland tribes
// title@ko: 고원의 부족들
// title@zh: 高地部落
// description: All alliances and enmities of the sixteen tribes, to be drawn.
// graph: highland-tribes
// draw: yes
// layout: neato

MATCH tie = (a:Tribe)-[:PARTNERS_WITH|RIVALS]-(b:Tribe)
WHERE a.id < b.id
RETURN tie
