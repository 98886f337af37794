// title: Partners of an actor
// description: With whom an actor works or has announced to work, on what, and where that is said.
// graph: ai-infrastructure
// param actor = 'nvidia'
// draw: no

MATCH (a:Actor)-[tie:PARTNERS_WITH]-(partner:Actor)
WHERE a.id = $actor OR $actor IN [a.name, a.name@ko, a.name@zh] + coalesce(a.alias, [])
RETURN partner.name AS partner, tie.topic AS topic, tie.status AS status,
       tie.claim AS claim, tie.source AS source, tie.where AS place
ORDER BY partner
