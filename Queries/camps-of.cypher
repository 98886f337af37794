// title: Who stands in which camp
// title@ko: 누가 어느 진영에 서 있는가
// title@zh: 谁站在哪个阵营
// description: The two camps of every split that frustrates the fewest ties, by signs of the schema.
// graph: ai-infrastructure
// draw: no

CALL signed.camps() YIELD split, camp, node
RETURN split, camp, collect(node.name) AS members
ORDER BY split, camp
