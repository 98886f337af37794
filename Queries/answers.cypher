// title: Who answers whom
// description: Projects that answer another project, and who pays for the one and for the other.
// graph: ai-infrastructure
// draw: no

MATCH (answer:Project)-[tie:ANSWERS]->(challenge:Project)
RETURN answer.name AS answer, [(a:Actor)-[:INVESTS_IN]->(answer) | a.name] AS paid_by,
       challenge.name AS challenge, [(b:Actor)-[:INVESTS_IN]->(challenge) | b.name] AS challenge_paid_by,
       tie.claim AS claim, tie.where AS place
ORDER BY answer
