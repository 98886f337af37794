// title: Partners of an actor
// description: With whom an actor works or has announced to work, on what, and where that is said.
// graph: ai-infrastructure
// param actor :Actor = 'nvidia'
// draw: no

MATCH (a:Actor)-[tie:PARTNERS_WITH]-(partner:Actor)
WHERE a.id = $actor
RETURN partner.name AS partner, tie.topic AS topic, tie.status AS status,
       tie.claim AS claim, tie.source AS source, tie.where AS place
ORDER BY partner
