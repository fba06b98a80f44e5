-- A season of {lines} order lines in eighteen months up to now, made by ClickHouse itself from the numbers of its rows: who
-- reads a panel does not see whether orders came through the jobs. One seller in three trades, the best ones a hundred times
-- as much as the last ones. Three orders have four lines. The totals are added up afterwards, by grouping set.
-- (greatest(length(…), 1): a statement is looked through once before its subqueries are answered, and divides by them.)
CREATE DATABASE IF NOT EXISTS bench;

CREATE TABLE bench.sellers ENGINE = Memory AS
WITH
    (SELECT groupArray((code, splitByChar(';', old_district_codes)[1])) FROM market.admin_units
     WHERE level = 'commune' AND old_district_codes != '' AND valid_to IS NULL) AS places,
    (SELECT groupArray(code) FROM market.commodities) AS commodities,
    (SELECT groupArray(cooperative_id) FROM market.cooperatives) AS cooperatives,
    ['buudien', 'voso', 'shopee', 'tiktok_shop', 'lazada'] AS platforms,
    places[1 + sipHash64(number, 1) % greatest(length(places), 1)] AS place
SELECT
    number AS n,
    's' || lower(hex(sipHash64(number))) AS seller_id,
    place.1 AS commune,
    place.2 AS district,
    multiIf(number % 40 = 0, 'COOPERATIVE', number % 40 = 1, 'COOPERATIVE_GROUP', number % 40 = 2, 'HOUSEHOLD_BUSINESS', 'HOUSEHOLD') AS seller_type,
    if(number % 10 < 2 AND notEmpty(cooperatives), cooperatives[1 + number % greatest(length(cooperatives), 1)], '(none)') AS cooperative,
    platforms[1 + sipHash64(number, 2) % 5] AS platform,
    commodities[1 + sipHash64(number, 3) % greatest(length(commodities), 1)] AS commodity,
    now() - toIntervalSecond(548 * 86400 + sipHash64(number, 4) % (300 * 86400)) AS registered_at
FROM numbers(58000);

INSERT INTO market_raw.order_lines
    (platform, order_id, seller_id, line_id, product_id, commodity, quantity, unit, unit_price, discount, shipping_fee,
     quantity_kg, quantity_pieces, gross, placed_at, order_placed_at, status, status_raw, status_at, awaiting_seller_at,
     delivered_at, returned_at, cancelled_at, success_at, promised_at, late, payment_method, buyer_province, origin,
     province, district, commune, cooperative, seller_type, version, is_deleted)
WITH
    toDateTime64(now() - toIntervalSecond(hash % (548 * 86400)), 3, 'UTC') AS ordered,
    multiIf(hash % 100 < 86, 'COMPLETED', hash % 100 < 94, 'CANCELLED', hash % 100 < 97, 'RETURNED', 'IN_TRANSIT') AS outcome,
    1 + line_hash % 20 AS kg,
    toDecimal64(15000 + 1000 * (line_hash % 60), 2) AS price,
    ordered + toIntervalHour(30 + hash % 90) AS arrived,
    outcome IN ('COMPLETED', 'RETURNED')
        AND toDate(arrived, 'Asia/Ho_Chi_Minh') > toDate(ordered + toIntervalDay(4), 'Asia/Ho_Chi_Minh') AS is_late
SELECT
    s.platform, 'B' || toString(o), s.seller_id, toString(line), 'p' || toString(s.n), s.commodity, kg, 'kg', price, 0, if(line = 1, 15000, 0),
    kg, 0, kg * price, ordered, ordered, outcome, outcome, arrived, ordered,
    if(outcome IN ('COMPLETED', 'RETURNED'), arrived, NULL),
    if(outcome = 'RETURNED', arrived + toIntervalDay(4), NULL),
    if(outcome = 'CANCELLED', arrived, NULL),
    if(outcome IN ('COMPLETED', 'RETURNED'), arrived, NULL),
    ordered + toIntervalDay(4), is_late, 'COD', toString(10 + hash % 80), 'CUSTOMER',
    '93', s.district, s.commune, s.cooperative, s.seller_type, 1, 0
FROM
(
    SELECT
        intDiv(number * 3, 4) AS o,
        number - intDiv(o * 4 + 2, 3) + 1 AS line,
        sipHash64(o) AS hash,
        sipHash64(number, 7) AS line_hash,
        toUInt64(20000 * pow((sipHash64(o, 5) % 1000000) / 1000000, 3)) AS seller
    FROM numbers({lines})
) AS orders
INNER JOIN bench.sellers AS s ON s.n = orders.seller;

INSERT INTO market_raw.order_parts
    (platform, order_id, seller_id, placed_at, order_placed_at, status, status_raw, status_at, awaiting_seller_at,
     delivered_at, returned_at, cancelled_at, success_at, promised_at, late, lines, gross, shipping_fee, payment_method,
     buyer_province, cancelled_by, origin, province, district, commune, cooperative, seller_type, version, is_deleted)
SELECT
    platform, order_id, seller_id, placed_at, order_placed_at, status, status_raw, status_at, awaiting_seller_at,
    delivered_at, returned_at, cancelled_at, success_at, promised_at, late, 1, gross, 0, payment_method,
    buyer_province, '', origin, province, district, commune, cooperative, seller_type, 1, 0
FROM market_raw.order_lines
WHERE line_id = '1';

INSERT INTO market_raw.seller_days
    (seller_id, day, commodity, province, district, commune, cooperative, seller_type, orders, delivered_orders,
     successful_orders, visits, listing_changes, version, is_deleted)
SELECT
    seller_id, toDate32(toTimeZone(moment.2, 'Asia/Ho_Chi_Minh')) AS day, commodity, any(province), any(district),
    any(commune), any(cooperative), any(seller_type), countIf(moment.1 = 'placed'),
    countIf(moment.1 = 'placed' AND success_at IS NOT NULL), countIf(moment.1 = 'success'), 1, 0, 1, 0
FROM market_raw.order_lines
ARRAY JOIN [('placed', toNullable(placed_at)), ('success', success_at)] AS moment
WHERE line_id = '1' AND moment.2 IS NOT NULL
GROUP BY seller_id, day, commodity
ORDER BY day
SETTINGS max_bytes_before_external_group_by = 1000000000;

INSERT INTO market_raw.sellers
    (seller_id, province, district, commune, cooperative, seller_type, household_key, platforms, stage, stage_since,
     registered_at, activated_at, listed_at, first_order_at, first_delivered_at, selling_at, last_order_at, last_seen_at,
     orders, delivered_orders, cancelled_orders, returned_orders, listings, active_selling, bulk_only, version)
WITH t.orders > 0 AS trades
SELECT
    s.seller_id, '93', s.district, s.commune, s.cooperative, s.seller_type, 'h' || toString(s.n), s.platform,
    multiIf(trades AND t.last < now() - toIntervalDay(90), 'DORMANT', trades, 'SELLING', s.n % 20 = 0, 'LISTED', s.n % 30 = 1, 'REGISTERED', 'ACTIVATED'),
    if(trades, t.first, s.registered_at), s.registered_at, if(s.n % 30 = 1 AND NOT trades, NULL, s.registered_at),
    if(trades, t.first, NULL), if(trades, t.first, NULL), if(trades, t.first, NULL), if(trades, t.first, NULL),
    if(trades, t.last, NULL), if(trades, t.last, NULL), t.orders, t.delivered, t.cancelled, t.returned,
    if(trades OR s.n % 20 = 0, 1, 0), trades AND t.last > now() - toIntervalDay(30), NOT trades, 1
FROM bench.sellers AS s
LEFT JOIN
(
    SELECT seller_id, count() AS orders, countIf(success_at IS NOT NULL) AS delivered, countIf(status = 'CANCELLED') AS cancelled,
        countIf(status = 'RETURNED') AS returned, min(placed_at) AS first, max(placed_at) AS last
    FROM market_raw.order_parts
    GROUP BY seller_id
) AS t ON t.seller_id = s.seller_id;

INSERT INTO market_raw.seller_stages
    (seller_id, entered_at, stage, province, district, commune, cooperative, seller_type, stage_before, version, is_deleted)
SELECT seller_id, moment.1, moment.2, province, district, commune, cooperative, seller_type, moment.3, 1, 0
FROM market_raw.sellers
ARRAY JOIN arrayFilter(m -> m.1 IS NOT NULL, [
    (registered_at, 'REGISTERED', ''),
    (activated_at, 'ACTIVATED', 'REGISTERED'),
    (listed_at + toIntervalMinute(1), 'LISTED', 'ACTIVATED'),
    (first_order_at + toIntervalMinute(2), 'FIRST_ORDER', 'LISTED'),
    (first_delivered_at + toIntervalMinute(3), 'FIRST_DELIVERED', 'FIRST_ORDER'),
    (selling_at + toIntervalMinute(4), 'SELLING', 'FIRST_DELIVERED')]) AS moment;

INSERT INTO market_raw.seller_shops
    (seller_id, platform, province, district, commune, cooperative, seller_type, shop_id, household_key, version)
SELECT seller_id, platforms, province, district, commune, cooperative, seller_type, 'shop-' || seller_id, household_key, 1
FROM market_raw.sellers;

INSERT INTO market_raw.listings
    (platform, listing_id, seller_id, province, district, commune, cooperative, seller_type, product_id, commodity,
     published_at, changed_at, price, unit, stock, ocop_stars, ocop_certificate, ocop_valid_from, ocop_valid_to, version)
SELECT
    s.platform, 'l' || toString(s.n), s.seller_id, '93', s.district, s.commune, s.cooperative, s.seller_type,
    'p' || toString(s.n), s.commodity, s.registered_at, s.registered_at, 30000, 'kg', 100, if(s.n % 50 = 0, 4, 0),
    if(s.n % 50 = 0, 'OCOP-' || toString(s.n), ''), if(s.n % 50 = 0, toDate32(s.registered_at), NULL),
    if(s.n % 50 = 0, toDate32(s.registered_at + toIntervalYear(3)), NULL), 1
FROM bench.sellers AS s
WHERE s.n < 20000 OR s.n % 20 = 0;

INSERT INTO market_raw.alerts
    (alert_id, province, district, commune, cooperative, seller_type, rule, subject, seller_id, state, severity, opened_at,
     changed_at, resolved_at, reason, reason_en, evidence, platform, shop_id, order_ids, cause, next_step, entered_late,
     version)
WITH now() - toIntervalSecond(sipHash64(n, 9) % (400 * 86400)) AS opened, n % 5 < 3 AS is_over
SELECT
    toString(n), '93', district, commune, cooperative, seller_type,
    ['seller_stalled', 'onboarding_stalled', 'seller_quiet_30', 'order_unconfirmed'][1 + n % 4], seller_id, seller_id,
    if(is_over, 'RESOLVED', 'OPEN'), if(n % 7 = 0, 'critical', 'warning'), opened, opened,
    if(is_over, opened + toIntervalDay(1 + n % 20), NULL), 'Thường 3 ngày có một đơn, nay đã 24 ngày',
    'Usually an order every 3 days, now none for 24 days', '{}', platform, 'shop-' || seller_id, '', 'unknown',
    'Gọi hỏi thăm', 0, 1
FROM bench.sellers
WHERE n < 30000;

INSERT INTO market_raw.ingest_ledger
    (job, topic, partition, minute, consumed, applied, duplicate, superseded, dead, first_offset, last_offset, gaps, version)
SELECT
    ['sales', 'sellers'][1 + number % 2], ['market.orders.v1', 'market.accounts.v1', 'market.listings.v1'][1 + intDiv(number, 2) % 3],
    intDiv(number, 6) % 4, toStartOfMinute(now()) - toIntervalMinute(intDiv(number, 24)), 60, 58, 1, 1, 0,
    1000000000 - intDiv(number, 24) * 60, 1000000059 - intDiv(number, 24) * 60, 0, 1
FROM numbers(24 * 1440 * 30);

INSERT INTO market_raw.freshness (job, topic, partition, event_time, ingested_at, version)
SELECT job, topic, partition, max(minute), max(minute), 1
FROM market_raw.ingest_ledger
GROUP BY job, topic, partition;

DROP DATABASE bench;
