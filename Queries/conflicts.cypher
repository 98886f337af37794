// title: Claims that conflict
// description: Properties with more than one value in evidence, and the claim and the place behind each value.
// graph: ai-infrastructure
// draw: no

MATCH (e:Evidence), (x)
WHERE x.id = e.about
WITH x, e.property AS property, collect(DISTINCT e.value) AS values, collect(e) AS evidence
WHERE size(values) > 1
UNWIND evidence AS e
RETURN x.name AS about, property, e.value AS value, e.claim AS claim, e.source AS source, e.where AS place
ORDER BY about, property, value
