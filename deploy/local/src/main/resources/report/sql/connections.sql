-- Every marketplace that ever sent an order, what it has become, and since when it is connected.
SELECT platform, name, successor, successor_name, in_programme, connected_from
FROM market.connected_platforms
WHERE platform IN (SELECT platform FROM market.sales WHERE grouping = 'platform')
ORDER BY in_programme DESC, platform
