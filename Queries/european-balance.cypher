// title: Balance, camps and straddlers of Europe, year by year
// title@ko: 유럽의 균형, 진영, 양다리 국가: 연도별
// title@zh: 逐年的欧洲均势、阵营与骑墙者
// description: How many ties fit into no two camps, how many best splits there are, the first of them, and who straddles.
// graph: european-alliances
// param from = 1872
// param to = 1908
// draw: no

// A tie holds in a year if it began before the year ended and had not ended when the year began. Camps of powers that
// no tie connects say nothing about each other, so there may be more than two.
WITH 'MATCH (a)-[tie:PARTNERS_WITH|RIVALS]-(b)
      WHERE toInteger(substring(toString(tie.since), 0, 4)) <= $year
        AND (tie.until IS NULL OR toInteger(substring(toString(tie.until), 0, 4)) > $year)
      RETURN tie' AS ties
UNWIND range($from, $to) AS year
WITH year, {match: ties, parameters: {year: year}} AS options
CALL signed.frustration(options) YIELD index
CALL signed.camps(options) YIELD split, camp, node
WITH year, options, index, split, camp, collect(node.name) AS members ORDER BY year, split, camp
WITH year, options, index, split, collect(members) AS camps
WITH year, options, index, count(*) AS splits, collect(camps)[0] AS camps
RETURN year, index AS frustrated, splits, camps,
       COLLECT { CALL signed.straddlers(options) YIELD node RETURN node.name } AS straddlers
ORDER BY year
