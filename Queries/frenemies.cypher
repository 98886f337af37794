// title: Partners and rivals at once
// description: Pairs that work together on one thing and compete in another.
// graph: ai-infrastructure
// draw: no

MATCH (a:Actor)-[partnership:PARTNERS_WITH]-(b:Actor), (a)-[rivalry:RIVALS]-(b)
WHERE a.id < b.id
RETURN a.name AS actor, b.name AS other,
       partnership.topic AS partners_in, partnership.claim AS partners_by_claim,
       rivalry.topic AS rivals_in, rivalry.claim AS rivals_by_claim
ORDER BY actor, other
