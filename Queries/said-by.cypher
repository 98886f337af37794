// title: What somebody other than the article says
// description: Words that the article puts into somebody's mouth, and ties that it leaves to be inferred.
// graph: ai-infrastructure
// draw: no

MATCH ()-[tie]-()
WITH DISTINCT tie
WHERE tie.by IS NOT NULL OR tie.inferred
OPTIONAL MATCH (speaker)
WHERE speaker.id = tie.by
RETURN coalesce(speaker.name, 'inferred') AS said_by, startNode(tie).name AS from, type(tie) AS says,
       endNode(tie).name AS to, tie.topic AS topic, tie.note AS note, tie.claim AS claim
ORDER BY said_by, from, to, claim
