-- The view of 0035 with the day from which two years can be compared: a marketplace goes on with the customers of the one it
-- succeeds, so the earlier of the two counts. Those that never sent an order have nothing to compare.
CREATE OR REPLACE VIEW market.connected_platforms ${on_cluster} AS
SELECT
    platform,
    name,
    successor,
    successor_name,
    in_programme,
    connected_from,
    is_stated,
    min(if(has_orders, connected_from, NULL)) OVER (PARTITION BY successor) AS comparable_from
FROM
(
    SELECT
        if(known.platform != '', known.platform, first_orders.platform) AS platform,
        if(known.platform != '', known.name, first_orders.platform) AS name,
        if(known.platform != '', known.successor, first_orders.platform) AS successor,
        if(known.platform != '', known.successor_name, first_orders.platform) AS successor_name,
        CAST(known.in_programme AS Bool) AS in_programme,
        ifNull(known.connected_from, first_orders.day) AS connected_from,
        CAST(known.connected_from IS NOT NULL AS Bool) AS is_stated,
        first_orders.day IS NOT NULL AS has_orders
    FROM
    (
        SELECT
            p.platform AS platform,
            p.name AS name,
            if(s.platform != '', s.platform, p.platform) AS successor,
            if(s.platform != '', s.name, p.name) AS successor_name,
            p.in_programme AS in_programme,
            p.connected_from AS connected_from
        FROM market.platforms AS p
        LEFT JOIN (SELECT platform, name, predecessor FROM market.platforms WHERE predecessor != '') AS s
            ON s.predecessor = p.platform
    ) AS known
    FULL OUTER JOIN
    (
        SELECT platform, toNullable(toDate32(min(hour))) AS day
        FROM market.sales
        WHERE grouping = 'platform'
        GROUP BY platform
    ) AS first_orders ON first_orders.platform = known.platform
);
