-- Cooperatives by the boundaries of 2024 and of 2025, and how far each has come.
CREATE OR REPLACE VIEW market.cooperatives ${on_cluster} AS
SELECT
    c.cooperative_id AS cooperative_id,
    c.name AS name,
    c.kind AS kind,
    c.commune_code AS commune_code,
    c.commune_valid_on AS commune_valid_on,
    c.valid_from AS valid_from,
    c.valid_to AS valid_to,
    c.source AS source,
    multiIf(
        u.code = '', 'unknown',
        u.valid_to IS NOT NULL, u.parent_code,
        position(u.old_district_codes, ';') > 0, 'mixed',
        u.old_district_codes) AS district,
    multiIf(u.code = '', 'unknown', u.valid_to IS NOT NULL, u.successor_code, u.code) AS commune
FROM market_raw.cooperatives AS c
LEFT JOIN
(
    SELECT code, parent_code, valid_to, successor_code, old_district_codes
    FROM market.admin_units
    WHERE level = 'commune'
) AS u
    ON u.code = c.commune_code
    -- 28 codes mean another commune since 1 July 2025.
    AND (u.valid_to IS NOT NULL) = ifNull(c.commune_valid_on < toDate32('2025-07-01'), 0)
WHERE c.load = (SELECT max(load) FROM market_raw.reference_loads WHERE table_name = 'cooperatives');

-- A cooperative is on a marketplace as soon as one of its accounts, its members' included, shows something there.
CREATE OR REPLACE VIEW market.cooperative_progress ${on_cluster} AS
SELECT
    c.cooperative_id AS cooperative,
    c.name AS name,
    c.kind AS kind,
    c.district AS district,
    c.commune AS commune,
    toUInt32(a.accounts) AS accounts,
    toUInt32(a.activated) AS activated,
    toUInt32(a.listings) AS listings,
    toUInt32(a.sold) AS sold,
    multiIf(a.activated = 0, 'NO_ACCOUNT', a.sold > 0, 'SOLD', a.listings = 0, 'NOT_LISTED', 'NO_ORDER') AS progress
FROM market.cooperatives AS c
LEFT JOIN
(
    SELECT
        s.cooperative AS cooperative,
        count() AS accounts,
        countIf(s.activated_at IS NOT NULL AND s.stage NOT IN ('CLOSED', 'SUSPENDED')) AS activated,
        sum(s.listings) AS listings,
        countIf(s.orders > 0) AS sold
    FROM market.sellers AS s
    WHERE s.cooperative NOT IN ('', '(none)', 'unknown')
    GROUP BY cooperative
) AS a ON a.cooperative = c.cooperative_id
WHERE c.valid_to IS NULL OR c.valid_to >= toDate32(now('${zone}'));

-- The view of 0022 with the district also of a product that nobody lists.
CREATE OR REPLACE VIEW market.ocop_products ${on_cluster} AS
SELECT
    if(r.certificate != '', r.certificate, l.certificate) AS certificate,
    if(r.product != '', r.product, l.product_id) AS product,
    if(r.owner != '', r.owner, if(l.cooperative NOT IN ('', '(none)', 'unknown'), l.cooperative, l.seller_id)) AS owner,
    if(r.commodity != '', r.commodity, l.commodity) AS commodity,
    l.seller_id AS seller_id,
    if(l.district != '', l.district, r.district) AS district,
    if(l.commune != '', l.commune, r.commune_code) AS commune,
    if(r.stars > 0, r.stars, l.stars) AS stars,
    ifNull(r.valid_from, l.valid_from) AS valid_from,
    ifNull(r.valid_to, l.valid_to) AS valid_to,
    l.platforms AS platforms,
    toUInt32(l.on_sale) AS listings_on_sale,
    CAST(ifNull(ifNull(r.valid_from, l.valid_from) <= toDate32(now('${zone}')), 1)
        AND ifNull(ifNull(r.valid_to, l.valid_to) >= toDate32(now('${zone}')), 0) AS Bool) AS valid_today,
    r.certificate != '' AS registered
FROM
(
    SELECT
        o.certificate AS certificate,
        o.product AS product,
        o.owner AS owner,
        o.commodity AS commodity,
        o.commune_code AS commune_code,
        multiIf(u.code = '', 'unknown', position(u.old_district_codes, ';') > 0, 'mixed', u.old_district_codes)
            AS district,
        o.stars AS stars,
        o.valid_from AS valid_from,
        o.valid_to AS valid_to
    FROM market_raw.ocop_certificates AS o
    LEFT JOIN
    (
        SELECT code, old_district_codes FROM market.admin_units WHERE level = 'commune' AND valid_to IS NULL
    ) AS u ON u.code = o.commune_code
    WHERE o.load = (SELECT max(load) FROM market_raw.reference_loads WHERE table_name = 'ocop_certificates')
) AS r
FULL OUTER JOIN
(
    SELECT
        product_key AS certificate,
        argMax(product_id, changed_at) AS product_id,
        argMax(seller_id, changed_at) AS seller_id,
        argMax(cooperative, changed_at) AS cooperative,
        argMax(commodity, changed_at) AS commodity,
        argMax(district, changed_at) AS district,
        argMax(commune, changed_at) AS commune,
        toInt32(argMax(assumeNotNull(ocop_stars), changed_at)) AS stars,
        max(ocop_valid_from) AS valid_from,
        max(ocop_valid_to) AS valid_to,
        arrayStringConcat(arraySort(groupUniqArrayIf(platform, withdrawn_at IS NULL)), ',') AS platforms,
        countIf(withdrawn_at IS NULL) AS on_sale
    FROM
    (
        SELECT *, if(ocop_certificate != '', ocop_certificate, concat(seller_id, '/', product_id)) AS product_key
        FROM market.listings
        WHERE ocop_stars > 0
    )
    GROUP BY product_key
) AS l ON l.certificate = r.certificate;
