// title: What a company bets on
// description: What an actor pursues, develops and invests in, and which technologies its money goes to.
// graph: ai-infrastructure
// param actor :Actor = 'huawei'
// draw: no

MATCH (a:Actor)-[tie:PURSUES|DEVELOPS|INVESTS_IN]->(bet)
WHERE a.id = $actor
OPTIONAL MATCH (bet)-[:FUNDS]->(technology:Technology)
WITH tie, bet, technology
ORDER BY technology.name
WITH tie, bet, collect(technology.name) AS technologies
RETURN type(tie) AS how, bet.name AS bet, technologies, tie.role AS role, tie.note AS note,
       tie.claim AS claim, tie.where AS place
ORDER BY how, bet, claim
