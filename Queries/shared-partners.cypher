// title: Rivals that share a partner
// description: Pairs of rivals and the actor that works with both of them, with what it does with each.
// graph: ai-infrastructure
// draw: no

MATCH (a:Actor)-[first:PARTNERS_WITH]-(partner:Actor)-[second:PARTNERS_WITH]-(b:Actor),
      (a)-[rivalry:RIVALS]-(b)
WHERE a.id < b.id
RETURN a.name AS rival, b.name AS other_rival, rivalry.topic AS rivals_in,
       partner.name AS shared_partner, first.topic AS topic_with_rival, second.topic AS topic_with_other
ORDER BY rival, other_rival, rivals_in
