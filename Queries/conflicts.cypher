// title: Claims that conflict
// description: What evidence gives several values of and what it disputes, side by side with who says what, and where.
// graph: ai-infrastructure
// draw: no

MATCH (e:Evidence)
OPTIONAL MATCH (node) WHERE node.id = e.about
OPTIONAL MATCH (a)-[tie]->(b) WHERE tie.id = e.about
WITH e, coalesce(node, tie) AS element,
     coalesce(node.name, a.name + ' ' + type(tie) + ' ' + b.name, e.about) AS about
WITH element, about, e.property AS property, collect(e) AS evidence, collect(DISTINCT e.value) AS values,
     collect(DISTINCT e['stance']) AS stances
WHERE size(values) > 1 OR 'disputes' IN stances
// What is disputed stands beside the dispute. Not every graph has the keys in brackets.
UNWIND CASE WHEN 'disputes' IN stances THEN [element] + evidence ELSE evidence END AS said
RETURN about, property, said.value AS value,
       CASE WHEN said = element THEN 'says so' ELSE coalesce(said['stance'], 'supports') END AS stance,
       said.claim AS claim, said.source AS source, said.where AS place, said['by'] AS by, said['quote'] AS quote
ORDER BY about, property, value, stance
