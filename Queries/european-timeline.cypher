// title: Alliances and rivalries by power
// title@ko: 나라별 동맹과 대립
// title@zh: 各国的同盟与对立
// description: Every treaty and dispute of each power, in order of its beginning; drawn as bars along time.
// graph: european-alliances
// draw: yes
// layout: timeline

MATCH (power:Country)-[tie:PARTNERS_WITH|RIVALS]-(other:Country)
RETURN power.name AS power, tie.since AS since, tie.until AS until, tie.name AS treaty_or_dispute,
       other.name AS with, tie
ORDER BY power, since, other.name
