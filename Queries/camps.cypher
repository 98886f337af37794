// title: Partners, rivals and where they are at home
// title@ko: 파트너와 라이벌, 그리고 그들의 본거지
// title@zh: 伙伴、对手及其所在地
// description: The ties that have a sign, to be drawn: partnerships, rivalries, and the country each side belongs to.
// graph: ai-infrastructure
// draw: yes
// layout: neato

MATCH tie = (a:Actor)-[:PARTNERS_WITH|RIVALS]-(b:Actor)
WHERE a.id < b.id
RETURN tie
UNION ALL
MATCH tie = (:Actor)-[:BASED_IN|GOVERNS]->(:Country)
RETURN tie
