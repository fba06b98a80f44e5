-- The totals of sales as an able user of Flink SQL would write them. Statements end with a line that ends with ';'.

-- One order at one seller. The newest status is the greatest (occurred_at, rank), packed into one number: an aggregate
-- takes one operator and less state than ROW_NUMBER. The first push tells what later ones leave out.
CREATE TEMPORARY VIEW parts AS
SELECT
    platform, order_id, seller_id,
    MOD(MAX(occurred_at * 100 + status_rank), 100) AS status_rank,
    COALESCE(MIN(placed_at), MIN(occurred_at)) AS placed_at,
    MIN(CASE WHEN status_rank = 5 THEN occurred_at END) AS delivered_at,
    MAX(promised_at) AS promised_at,
    MAX(shipping_fee) AS shipping_fee,
    MAX(internal) AS internal
FROM orders
GROUP BY platform, order_id, seller_id;

CREATE TEMPORARY VIEW baskets AS
SELECT platform, order_id, seller_id, lines
FROM
(
    SELECT platform, order_id, seller_id, lines,
        ROW_NUMBER() OVER (PARTITION BY platform, order_id, seller_id ORDER BY rowtime DESC) AS newest
    FROM orders
    WHERE lines IS NOT NULL
)
WHERE newest = 1;

CREATE TEMPORARY VIEW sellers AS
SELECT
    seller_id,
    COALESCE(LAST_VALUE(province), 'unknown') AS province,
    COALESCE(LAST_VALUE(district), 'unknown') AS district,
    COALESCE(LAST_VALUE(commune), 'unknown') AS commune,
    COALESCE(NULLIF(LAST_VALUE(cooperative), ''), '(none)') AS cooperative,
    COALESCE(LAST_VALUE(seller_type), 'unknown') AS seller_type
FROM accounts
GROUP BY seller_id;

CREATE TEMPORARY VIEW products AS
SELECT seller_id, platform, product_id, LAST_VALUE(commodity) AS commodity
FROM listings
WHERE commodity IS NOT NULL
GROUP BY seller_id, platform, product_id;

-- Both sides of the first join are unique by its key, which is the cheapest join there is.
CREATE TEMPORARY VIEW placed AS
SELECT
    p.platform, p.order_id, p.seller_id, b.lines, COALESCE(p.shipping_fee, 0) AS shipping_fee,
    p.placed_at / 1000 - MOD(p.placed_at / 1000, 3600) AS hour_at,
    p.status_rank IN (5, 6) AS delivered,
    p.status_rank = 9 AS returned,
    p.status_rank = 11 OR p.status_rank = 12 AND p.delivered_at IS NULL AS cancelled,
    p.status_rank <> 11 AND p.delivered_at IS NOT NULL AND p.promised_at IS NOT NULL
        AND (p.delivered_at + 25200000) / 86400000 > (p.promised_at + 25200000) / 86400000 AS late,
    COALESCE(s.province, 'unknown') AS province,
    COALESCE(s.district, 'unknown') AS district,
    COALESCE(s.commune, 'unknown') AS commune,
    COALESCE(s.cooperative, 'unknown') AS cooperative,
    COALESCE(s.seller_type, 'unknown') AS seller_type
FROM baskets AS b
JOIN parts AS p ON p.platform = b.platform AND p.order_id = b.order_id AND p.seller_id = b.seller_id
LEFT JOIN sellers AS s ON s.seller_id = p.seller_id
WHERE p.internal = 0;

CREATE TEMPORARY VIEW sold AS
SELECT
    o.platform, o.order_id, o.hour_at, o.delivered, o.returned, o.cancelled, o.late,
    o.province, o.district, o.commune, o.cooperative, o.seller_type,
    CASE
        WHEN l.commodity = '' THEN '(none)'
        WHEN l.commodity IS NOT NULL THEN l.commodity
        WHEN l.product_id IS NULL THEN '(none)'
        ELSE COALESCE(p.commodity, 'unknown')
    END AS commodity,
    l.unit, l.quantity, l.shipping_fee, CASE WHEN l.line = 1 THEN o.shipping_fee ELSE 0 END AS part_shipping_fee,
    (l.quantity * l.unit_price + 500) / 1000 - l.discount AS gross
FROM placed AS o
CROSS JOIN UNNEST(o.lines) WITH ORDINALITY
    AS l (line_id, product_id, commodity, quantity, unit, unit_price, discount, shipping_fee, line)
LEFT JOIN products AS p ON p.seller_id = o.seller_id AND p.platform = o.platform AND p.product_id = l.product_id;

CREATE TEMPORARY VIEW weighed AS
SELECT
    hour_at, platform, province, district, commune, commodity, cooperative, seller_type,
    platform || ':' || order_id AS order_key,
    delivered, returned, cancelled, late, gross, shipping_fee, part_shipping_fee,
    grams(unit, commodity, quantity) AS grams,
    pieces(unit, commodity, quantity) AS pieces
FROM sold;

-- Columns in the order of the table. An order is cancelled in a cell when none of its parts there is anything else; what
-- a part pays for shipping as a whole is told apart by platform only.
SELECT
    hour_at, platform, province, district, commune, commodity, cooperative, seller_type,
    COUNT(DISTINCT order_key),
    COUNT(DISTINCT order_key) FILTER (WHERE delivered),
    COUNT(DISTINCT order_key) - COUNT(DISTINCT order_key) FILTER (WHERE NOT cancelled),
    COUNT(DISTINCT order_key) FILTER (WHERE returned),
    COUNT(DISTINCT order_key) FILTER (WHERE late),
    COUNT(*),
    COUNT(*) FILTER (WHERE delivered),
    COUNT(*) FILTER (WHERE cancelled),
    COALESCE(SUM(grams), 0),
    SUM(pieces),
    COALESCE(SUM(grams) FILTER (WHERE delivered), 0),
    COALESCE(SUM(gross) FILTER (WHERE delivered AND grams IS NOT NULL), 0),
    COUNT(*) FILTER (WHERE grams IS NULL),
    SUM(gross),
    COALESCE(SUM(gross) FILTER (WHERE delivered), 0),
    COALESCE(SUM(gross) FILTER (WHERE cancelled), 0),
    SUM(shipping_fee) + CASE
        WHEN GROUPING_ID(province, district, commune, commodity, cooperative, seller_type) = 63 THEN SUM(part_shipping_fee)
        ELSE 0
    END
FROM weighed
GROUP BY GROUPING SETS
(
    (hour_at),
    (hour_at, platform),
    (hour_at, province),
    (hour_at, district),
    (hour_at, commune),
    (hour_at, commodity),
    (hour_at, cooperative),
    (hour_at, seller_type),
    (hour_at, district, commodity),
    (hour_at, district, cooperative),
    (hour_at, commune, commodity),
    (hour_at, commodity, cooperative)
);
