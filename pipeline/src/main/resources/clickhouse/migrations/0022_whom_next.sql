-- Whom to bring on next: certificates and what owners can supply, those that do not sell included.
CREATE TABLE IF NOT EXISTS market_raw.ocop_certificates ${on_cluster}
(
    certificate    String,
    product        String,
    owner          String COMMENT 'cooperative or seller id',
    commodity      String,
    commune_code   String,
    stars          Int32,
    valid_from     Nullable(Date32),
    valid_to       Nullable(Date32) COMMENT 'last day',
    source         String,
    load UInt64
)
ENGINE = ${replicated}MergeTree
PARTITION BY load
ORDER BY (certificate);

CREATE TABLE IF NOT EXISTS market_raw.supply_capacity ${on_cluster}
(
    owner     String COMMENT 'cooperative or seller id',
    commodity String,
    month     Int32 COMMENT '1 to 12',
    kg        Decimal(18, 3),
    source    String,
    load UInt64
)
ENGINE = ${replicated}MergeTree
PARTITION BY load
ORDER BY (owner, commodity, month);

CREATE OR REPLACE VIEW market.supply_capacity ${on_cluster} AS
SELECT owner, commodity, month, kg, source
FROM market_raw.supply_capacity
WHERE load = (SELECT max(load) FROM market_raw.reference_loads WHERE table_name = 'supply_capacity');

-- One product however many marketplaces list it: by its certificate, failing that by its owner's product id.
CREATE OR REPLACE VIEW market.ocop_products ${on_cluster} AS
SELECT
    if(r.certificate != '', r.certificate, l.certificate) AS certificate,
    if(r.product != '', r.product, l.product_id) AS product,
    if(r.owner != '', r.owner, if(l.cooperative NOT IN ('', '(none)', 'unknown'), l.cooperative, l.seller_id)) AS owner,
    if(r.commodity != '', r.commodity, l.commodity) AS commodity,
    l.seller_id AS seller_id,
    l.district AS district,
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
    SELECT certificate, product, owner, commodity, commune_code, stars, valid_from, valid_to
    FROM market_raw.ocop_certificates
    WHERE load = (SELECT max(load) FROM market_raw.reference_loads WHERE table_name = 'ocop_certificates')
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
