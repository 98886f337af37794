// title: The whole race
// title@ko: 경쟁의 전모
// title@zh: 竞争全貌
// description: Who works with, competes with, pays for, leads and answers whom: the race as one picture.
// graph: ai-infrastructure
// draw: yes

MATCH tie = (a:Actor)-[:PARTNERS_WITH|RIVALS]-(b:Actor)
WHERE a.id < b.id
RETURN tie
UNION ALL
MATCH tie = (:Actor)-[:INVESTS_IN|LEADS|FOUNDED|STEERS|BASED_IN|GOVERNS|RESTRICTS]->()
RETURN tie
UNION ALL
MATCH tie = (:Project)-[:ANSWERS]->(:Project)
RETURN tie
