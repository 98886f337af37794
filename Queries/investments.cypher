// title: Investments, each figure as it was given
// description: Who puts how much into what, a row a figure and a currency; then the budgets that projects carry themselves.
// graph: ai-infrastructure
// draw: no

MATCH (a:Actor)-[tie:INVESTS_IN]->(project:Project)
UNWIND [{currency: 'CNY', amount: tie.amount@CNY, approximate: tie.approximate@CNY},
        {currency: 'KRW', amount: tie.amount@KRW, approximate: tie.approximate@KRW},
        {currency: 'USD', amount: tie.amount@USD, approximate: tie.approximate@USD}] AS money
WITH a, tie, project, money
ORDER BY a.name, money.currency
WHERE money.amount IS NOT NULL
RETURN a.name AS who, project.name AS project, money.currency AS currency, money.amount AS amount,
       tie.at_least AS or_more, coalesce(money.approximate, tie.approximate) AS about, tie.claim AS claim
UNION ALL
MATCH (project:Project)
UNWIND [{currency: 'CNY', amounts: project.budget@CNY, approximate: project.approximate@CNY},
        {currency: 'KRW', amounts: project.budget@KRW, approximate: project.approximate@KRW},
        {currency: 'USD', amounts: project.budget@USD, approximate: project.approximate@USD}] AS money
UNWIND [] + coalesce(money.amounts, []) AS amount
RETURN 'budget' AS who, project.name AS project, money.currency AS currency, amount AS amount,
       project.at_least AS or_more, coalesce(money.approximate, project.approximate) AS about, project.claim AS claim
