// title: Who or what is that?
// description: Whatever has the given words in a name, in any language, with the id to use in other queries.
// graph: ai-infrastructure
// param words = '알리바바'
// draw: no

MATCH (n)
WITH n, [name IN [n.name, n.name@ko, n.name@zh] + coalesce(n.alias, []) WHERE name IS NOT NULL] AS names
WHERE any(name IN names WHERE toLower(name) CONTAINS toLower($words))
RETURN n.id AS id, labels(n) AS labels,
       n.name AS name, n.name@ko AS korean, n.name@zh AS chinese, n.alias AS alias
ORDER BY id
