// title: Who leads, founded and steers
// description: The people behind the companies: what they are to them, in which fields, and who says so.
// graph: ai-infrastructure
// draw: no

MATCH (person:Person)-[tie:LEADS|FOUNDED|STEERS]->(company:Company)
RETURN person.name AS person, person.name@ko AS korean, type(tie) AS what, company.name AS company,
       tie.role AS role, tie.topic AS topic, tie.claim AS claim, tie.source AS source
ORDER BY person, what
