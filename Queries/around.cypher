// title: Everything around an actor
// description: An actor and all that it is tied to in one step, to be drawn.
// graph: ai-infrastructure
// param actor = 'alibaba'
// draw: yes

MATCH tie = (a)-[]-()
WHERE a.id = $actor OR $actor IN [a.name, a.name@ko, a.name@zh] + coalesce(a.alias, [])
RETURN tie
