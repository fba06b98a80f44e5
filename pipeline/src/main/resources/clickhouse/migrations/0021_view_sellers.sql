CREATE OR REPLACE VIEW market.sellers ${on_cluster} AS
SELECT
    seller_id,
    province,
    district,
    commune,
    cooperative,
    seller_type,
    household_key,
    platforms,
    stage,
    toTimeZone(stage_since, '${zone}') AS stage_since,
    toTimeZone(registered_at, '${zone}') AS registered_at,
    toTimeZone(activated_at, '${zone}') AS activated_at,
    toTimeZone(profile_ready_at, '${zone}') AS profile_ready_at,
    toTimeZone(trained_at, '${zone}') AS trained_at,
    toTimeZone(listed_at, '${zone}') AS listed_at,
    toTimeZone(first_order_at, '${zone}') AS first_order_at,
    toTimeZone(first_delivered_at, '${zone}') AS first_delivered_at,
    toTimeZone(selling_at, '${zone}') AS selling_at,
    toTimeZone(last_order_at, '${zone}') AS last_order_at,
    toTimeZone(last_seen_at, '${zone}') AS last_seen_at,
    orders,
    delivered_orders,
    cancelled_orders,
    returned_orders,
    listings,
    CAST(active_selling AS Bool) AS active_selling,
    CAST(bulk_only AS Bool) AS bulk_only
FROM market_raw.sellers FINAL;

CREATE OR REPLACE VIEW market.seller_stages ${on_cluster} AS
SELECT
    seller_id,
    toTimeZone(entered_at, '${zone}') AS entered_at,
    stage,
    stage_before,
    province,
    district,
    commune,
    cooperative,
    seller_type
FROM market_raw.seller_stages FINAL;

CREATE OR REPLACE VIEW market.seller_days ${on_cluster} AS
SELECT
    seller_id,
    day,
    commodity,
    province,
    district,
    commune,
    cooperative,
    seller_type,
    orders,
    delivered_orders,
    visits,
    listing_changes
FROM market_raw.seller_days FINAL;

CREATE OR REPLACE VIEW market.listings ${on_cluster} AS
SELECT
    platform,
    listing_id,
    seller_id,
    product_id,
    commodity,
    province,
    district,
    commune,
    cooperative,
    seller_type,
    toTimeZone(published_at, '${zone}') AS published_at,
    toTimeZone(changed_at, '${zone}') AS changed_at,
    toTimeZone(withdrawn_at, '${zone}') AS withdrawn_at,
    price,
    unit,
    stock,
    ocop_stars,
    ocop_certificate,
    ocop_valid_from,
    ocop_valid_to
FROM market_raw.listings FINAL
ORDER BY market_raw.listings.changed_at DESC
LIMIT 1 BY platform, listing_id;

CREATE OR REPLACE VIEW market.seller_shops ${on_cluster} AS
SELECT
    seller_id,
    platform,
    shop_id,
    household_key,
    province,
    district,
    commune,
    cooperative,
    seller_type
FROM market_raw.seller_shops FINAL;

CREATE OR REPLACE VIEW market.alerts ${on_cluster} AS
SELECT
    alert_id,
    rule,
    subject,
    seller_id,
    province,
    district,
    commune,
    cooperative,
    seller_type,
    toTimeZone(opened_at, '${zone}') AS opened_at,
    toTimeZone(changed_at, '${zone}') AS changed_at,
    toTimeZone(resolved_at, '${zone}') AS resolved_at,
    state,
    severity,
    reason,
    reason_en,
    evidence,
    platform,
    shop_id,
    order_ids,
    toTimeZone(deadline, '${zone}') AS deadline,
    value,
    cause,
    next_step,
    CAST(entered_late AS Bool) AS entered_late
FROM market_raw.alerts FINAL;
