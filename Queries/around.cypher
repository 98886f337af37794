// title: Everything around an actor
// title@ko: 한 행위자를 둘러싼 모든 것
// title@zh: 一个行动者周围的一切
// description: An actor and all that it is tied to in one step, to be drawn.
// graph: ai-infrastructure
// param actor :* = 'alibaba'
// draw: yes

MATCH tie = (a)-[]-()
WHERE a.id = $actor
RETURN tie
