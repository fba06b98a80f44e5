-- 36 orders in May 2025 on a marketplace that another has succeeded by May 2026: 1 kg at 10,000 đ, then at 20,000 đ.
INSERT INTO season.orders
    (platform, order_id, seller_id, line_id, product_id, commodity, quantity, unit, unit_price, placed_at, status,
     delivered_at, promised_at, origin)
SELECT
    if(year = 2025, 'san_cu', 'san_moi'), concat(seller, '-M', toString(number)) AS id, concat('A0', toString(number % 6 + 1)) AS seller,
    1, concat('P2-', seller), 'MIT', 1, 'kg', if(year = 2025, 10000, 20000),
    addDays(toDateTime64(concat(toString(2025 + intDiv(number, 36) AS year), '-05-01 02:00:00'), 3, 'UTC'), intDiv(number % 36, 6)) AS placed,
    'COMPLETED', addHours(placed, 6), addDays(placed, 4), 'CUSTOMER'
FROM numbers(72);

-- The tables that the jobs would make of orders.tsv and sellers.tsv. Reconcile checks the totals by rules of its own.
INSERT INTO market_raw.order_lines
SELECT
    o.platform AS platform, o.order_id AS order_id, o.seller_id AS seller_id, o.line_id AS line_id,
    o.product_id AS product_id, o.commodity AS commodity, o.quantity AS quantity, o.unit AS unit,
    o.unit_price AS unit_price, 0 AS discount, 0 AS shipping_fee, o.quantity AS quantity_kg, 0 AS quantity_pieces,
    o.quantity * o.unit_price AS gross, o.placed_at AS placed_at, o.placed_at AS order_placed_at, o.status AS status,
    o.status AS status_raw, coalesce(o.returned_at, o.cancelled_at, o.delivered_at, o.placed_at) AS status_at,
    o.placed_at AS awaiting_seller_at, NULL AS awaiting_pickup_at,
    if(o.status = 'CANCELLED', NULL, addDays(o.placed_at, 1)) AS in_transit_at, o.delivered_at AS delivered_at,
    if(o.status = 'COMPLETED', addDays(o.delivered_at, 7), NULL) AS completed_at, NULL AS delivery_failed_at,
    o.returned_at AS returned_at, o.cancelled_at AS cancelled_at, o.delivered_at AS success_at,
    o.promised_at AS promised_at,
    ifNull(toDate(o.delivered_at, 'Asia/Ho_Chi_Minh') > toDate(o.promised_at, 'Asia/Ho_Chi_Minh'), 0) AS late,
    'COD' AS payment_method, '79' AS buyer_province, o.origin AS origin, s.province AS province,
    s.district AS district, s.commune AS commune, s.cooperative AS cooperative, s.seller_type AS seller_type,
    1 AS version, 0 AS is_deleted
FROM season.orders AS o
INNER JOIN market_raw.sellers AS s ON s.seller_id = o.seller_id;

INSERT INTO market_raw.order_parts
SELECT
    platform, order_id, seller_id, any(placed_at), any(order_placed_at), any(status), any(status_raw), any(status_at),
    any(awaiting_seller_at), any(awaiting_pickup_at), any(in_transit_at), any(delivered_at), any(completed_at),
    any(delivery_failed_at), any(returned_at), any(cancelled_at), any(success_at), any(promised_at), any(late),
    count(), sum(gross), 15000, any(payment_method), any(buyer_province), NULL,
    if(any(status) = 'CANCELLED', 'SELLER', ''), any(origin), any(province), any(district), any(commune),
    any(cooperative), any(seller_type), 1, 0
FROM market_raw.order_lines
GROUP BY platform, order_id, seller_id;

INSERT INTO market_raw.sales_hourly
SELECT
    set.1, toStartOfHour(order_placed_at) AS hour,
    if(has(set.2, 'platform'), platform, '') AS p1, if(has(set.2, 'province'), province, '') AS p2,
    if(has(set.2, 'district'), district, '') AS p3, if(has(set.2, 'commune'), commune, '') AS p4,
    if(has(set.2, 'commodity'), commodity, '') AS p5, if(has(set.2, 'cooperative'), cooperative, '') AS p6,
    if(has(set.2, 'seller_type'), seller_type, '') AS p7,
    uniqExact(order_id),
    uniqExactIf(order_id, status IN ('DELIVERED', 'COMPLETED')),
    uniqExactIf(order_id, status = 'CANCELLED'),
    uniqExactIf(order_id, status = 'RETURNED'),
    uniqExactIf(order_id, late = 1),
    count(), countIf(status IN ('DELIVERED', 'COMPLETED')), countIf(status = 'CANCELLED'),
    sum(quantity_kg), 0, sumIf(quantity_kg, status IN ('DELIVERED', 'COMPLETED')),
    sumIf(gross, status IN ('DELIVERED', 'COMPLETED')), 0, sum(gross),
    sumIf(gross, status IN ('DELIVERED', 'COMPLETED')), sumIf(gross, status = 'CANCELLED'),
    if(set.1 IN ('all', 'platform'), 15000 * uniqExact(order_id), 0), 1, 0
FROM (SELECT * FROM market_raw.order_lines WHERE origin != 'INTERNAL')
ARRAY JOIN ${sets} AS set
GROUP BY set, hour, p1, p2, p3, p4, p5, p6, p7;

INSERT INTO market_raw.successes_hourly
SELECT
    set.1, hour,
    if(has(set.2, 'platform'), platform, '') AS p1, if(has(set.2, 'province'), province, '') AS p2,
    if(has(set.2, 'district'), district, '') AS p3, if(has(set.2, 'commune'), commune, '') AS p4,
    if(has(set.2, 'commodity'), commodity, '') AS p5, if(has(set.2, 'cooperative'), cooperative, '') AS p6,
    if(has(set.2, 'seller_type'), seller_type, '') AS p7,
    uniqExactIf(order_id, NOT is_return), countIf(NOT is_return), sumIf(quantity_kg, NOT is_return), 0,
    sumIf(gross, NOT is_return), 0, sumIf(gross, NOT is_return),
    uniqExactIf(order_id, is_return), countIf(is_return), sumIf(gross, is_return), 1, 0
FROM
(
    SELECT *, toStartOfHour(assumeNotNull(success_at)) AS hour, false AS is_return
    FROM market_raw.order_lines WHERE origin != 'INTERNAL' AND success_at IS NOT NULL
    UNION ALL
    SELECT *, toStartOfHour(assumeNotNull(returned_at)) AS hour, true AS is_return
    FROM market_raw.order_lines WHERE origin != 'INTERNAL' AND returned_at IS NOT NULL
)
ARRAY JOIN ${sets} AS set
GROUP BY set, hour, p1, p2, p3, p4, p5, p6, p7;

INSERT INTO market_raw.seller_days
    (seller_id, day, commodity, province, district, commune, cooperative, seller_type, orders, delivered_orders,
     successful_orders, visits, listing_changes, version, is_deleted)
SELECT
    seller_id, toDate32(moment.2, 'Asia/Ho_Chi_Minh') AS day, commodity, any(province), any(district),
    any(commune), any(cooperative), any(seller_type), uniqExactIf(order_id, moment.1 = 'placed'),
    uniqExactIf(order_id, moment.1 = 'placed' AND status IN ('DELIVERED', 'COMPLETED')),
    uniqExactIf(order_id, moment.1 = 'success'), 0, 0, 1, 0
FROM market_raw.order_lines
ARRAY JOIN [('placed', toNullable(order_placed_at)), ('success', success_at)] AS moment
WHERE origin != 'INTERNAL' AND moment.2 IS NOT NULL
GROUP BY seller_id, day, commodity;

INSERT INTO market_raw.seller_days
    (seller_id, day, commodity, province, district, commune, cooperative, seller_type, orders, delivered_orders,
     successful_orders, visits, listing_changes, version, is_deleted)
SELECT
    seller_id, toDate32('2026-03-15'), '(none)', province, district, commune, cooperative, seller_type, 0, 0, 0, 2, 0, 1, 0
FROM market_raw.sellers
WHERE seller_id IN ('A08', 'E02');
