// title: All claims
// description: Every claim with its sources, its places in the article, and how many elements rest on it.
// graph: ai-infrastructure
// draw: no

MATCH ()-[tie]-()
WITH collect(DISTINCT tie) AS ties
MATCH (n)
WITH ties, collect(n) AS things
UNWIND ties + things AS element
UNWIND [] + coalesce(element.claim, []) AS claim
UNWIND [] + element.source AS source
UNWIND [] + element.where AS place
WITH claim, element, source, place
ORDER BY claim, source, place
RETURN claim, count(DISTINCT element) AS elements,
       collect(DISTINCT source) AS sources, collect(DISTINCT place) AS places
ORDER BY claim
