-- What every page that names a place, a season or a marketplace would otherwise write again.

-- The places of both boundary sets, and the values that stand for none.
CREATE OR REPLACE VIEW market.places ${on_cluster} AS
SELECT
    level AS boundary,
    code AS place,
    name AS name_vi,
    name AS name_en,
    old_district_codes,
    CAST(1 AS Bool) AS is_place
FROM market.admin_units
WHERE level = 'district' OR (level = 'commune' AND valid_to IS NULL AND old_district_codes != '')
UNION ALL
SELECT
    arrayJoin(['district', 'commune']) AS boundary,
    tupleElement(value, 1) AS place,
    tupleElement(value, 2) AS name_vi,
    tupleElement(value, 3) AS name_en,
    '' AS old_district_codes,
    CAST(0 AS Bool) AS is_place
FROM
(
    SELECT arrayJoin([
        ('mixed', 'Thuộc hai huyện cũ', 'In two old districts'),
        ('unknown', 'Chưa rõ địa bàn', 'Place not known yet'),
        ('(none)', 'Không có địa bàn', 'No place')]) AS value
);

-- The months of each commodity's seasons: '11-1;8-9' as 11, 12, 1, 8, 9.
CREATE OR REPLACE VIEW market.commodity_seasons ${on_cluster} AS
SELECT
    code AS commodity,
    toUInt8((toUInt8(splitByChar('-', span)[1]) + step - 1) % 12 + 1) AS month
FROM
(
    SELECT code, arrayJoin(splitByChar(';', season_months)) AS span
    FROM market.commodities
    WHERE season_months != ''
)
ARRAY JOIN range((toInt16(splitByChar('-', span)[-1]) - toInt16(splitByChar('-', span)[1]) + 12) % 12 + 1) AS step;

-- Since when each marketplace is connected, so that nobody takes a new one for growth: as stated, failing that the day of
-- its first order. A marketplace that became another has it as its successor.
CREATE OR REPLACE VIEW market.connected_platforms ${on_cluster} AS
SELECT
    known.platform AS platform,
    if(reference.name != '', reference.name, known.platform) AS name,
    if(successor.platform != '', successor.platform, known.platform) AS successor,
    multiIf(successor.platform != '', successor.name, reference.name != '', reference.name, known.platform)
        AS successor_name,
    CAST(ifNull(reference.in_programme, 0) AS Bool) AS in_programme,
    ifNull(reference.connected_from, first_orders.day) AS connected_from,
    CAST(reference.connected_from IS NOT NULL AS Bool) AS is_stated
FROM
(
    SELECT platform FROM market.platforms
    UNION DISTINCT
    SELECT platform FROM market.sales WHERE grouping = 'platform'
) AS known
LEFT JOIN market.platforms AS reference ON reference.platform = known.platform
LEFT JOIN (SELECT platform, name, predecessor FROM market.platforms WHERE predecessor != '') AS successor
    ON successor.predecessor = known.platform
LEFT JOIN
(
    SELECT platform, toNullable(toDate32(min(hour))) AS day
    FROM market.sales
    WHERE grouping = 'platform'
    GROUP BY platform
) AS first_orders ON first_orders.platform = known.platform;
