// title: Money per currency
// description: How much is invested in each currency. No currency is ever converted or added to another one.
// graph: ai-infrastructure
// draw: no

MATCH (a:Actor)-[tie:INVESTS_IN]->(:Project)
UNWIND [{currency: 'CNY', amount: tie.amount@CNY},
        {currency: 'KRW', amount: tie.amount@KRW},
        {currency: 'USD', amount: tie.amount@USD}] AS money
WITH a, money
ORDER BY a.name
WHERE money.amount IS NOT NULL
RETURN money.currency AS currency, count(*) AS figures, sum(money.amount) AS total,
       min(money.amount) AS smallest, max(money.amount) AS largest, collect(a.name) AS who
ORDER BY currency
