// title: What does not fit into two camps
// title@ko: 두 진영에 들어맞지 않는 관계
// title@zh: 不符合两大阵营的关系
// description: Ties that a best split frustrates: partnerships between the camps and rivalries inside one.
// graph: ai-infrastructure
// draw: no

CALL signed.ties() YIELD relationship AS tie, sign, standing
WITH tie, startNode(tie) AS a, endNode(tie) AS b, sign, standing
WHERE standing <> 'satisfied'
RETURN a.name AS a, b.name AS b,
       a.name + ' and ' + b.name + CASE sign WHEN 1 THEN ' work together across the camps'
                                             ELSE ' compete inside one camp' END
       + CASE standing WHEN 'varies' THEN ' in some best splits' ELSE '' END AS in_words,
       tie.topic AS topic, tie.claim AS claim
ORDER BY a, b
