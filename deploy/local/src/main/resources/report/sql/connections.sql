-- Every marketplace that ever sent an order, and since when: as the register states it, failing that its first order.
SELECT s.platform AS platform,
       if(p.name = '', s.platform, p.name) AS name,
       p.in_programme AS in_programme,
       ifNull(p.connected_from, s.first_day) AS connected_from
FROM
(
    SELECT platform, min(toDate32(hour)) AS first_day
    FROM market.sales
    WHERE grouping = 'platform'
    GROUP BY platform
) AS s
LEFT JOIN market.platforms AS p ON p.platform = s.platform
ORDER BY in_programme DESC, platform
