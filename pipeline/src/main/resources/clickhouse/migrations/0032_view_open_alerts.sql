-- What a caller needs of each alert that stands: the area's unit, what was agreed in the last call, both languages.
CREATE OR REPLACE VIEW market.open_alerts ${on_cluster} AS
SELECT
    alert.alert_id AS alert_id,
    alert.rule AS rule,
    alert.subject AS subject,
    alert.seller_id AS seller_id,
    alert.province AS province,
    alert.district AS district,
    alert.commune AS commune,
    alert.cooperative AS cooperative,
    alert.seller_type AS seller_type,
    alert.severity AS severity,
    toUInt8(indexOf(['notice', 'warning', 'urgent'], CAST(alert.severity AS String))) AS urgency,
    CAST(startsWith(CAST(alert.rule AS String), 'seller_quiet_') AS Bool) AS digest_only,
    alert.platform AS platform,
    alert.shop_id AS shop_id,
    alert.order_ids AS order_ids,
    alert.opened_at AS opened_at,
    parseDateTime64BestEffortOrNull(JSONExtractString(alert.evidence, arrayFirst(
        key -> JSONHas(alert.evidence, key),
        ['last_order_at', 'waiting_since', 'stage_since', 'last_heard_at'])), 3, '${zone}') AS since,
    alert.deadline AS deadline,
    alert.value AS value,
    alert.reason AS reason_vi,
    alert.reason_en AS reason_en,
    alert.cause AS cause,
    alert.next_step AS next_step_vi,
    if(step.name_en != '', step.name_en, alert.next_step) AS next_step_en,
    if(of_cooperative.unit != '', of_cooperative.unit, of_commune.unit) AS support_unit,
    calls.contacts AS contacts,
    nullIf(calls.last_contacted_at, toDateTime64(0, 3, '${zone}')) AS last_contacted_at,
    calls.last_outcome AS last_outcome,
    calls.next_on AS next_on,
    CAST(ifNull(calls.next_on > toDate32(now('${zone}')), 0) AS Bool) AS snoozed
FROM market.alerts AS alert
LEFT JOIN (SELECT name_vi, any(name_en) AS name_en FROM market.words WHERE kind = 'next_step' GROUP BY name_vi) AS step
    ON step.name_vi = alert.next_step
LEFT JOIN
(
    SELECT code, argMax(unit, tuple(valid_from, unit)) AS unit
    FROM market.support_areas
    WHERE level = 'cooperative' AND ifNull(valid_from <= toDate32(now('${zone}')), 1) AND ifNull(valid_to >= toDate32(now('${zone}')), 1)
    GROUP BY code
) AS of_cooperative ON of_cooperative.code = alert.cooperative
LEFT JOIN
(
    SELECT code, argMax(unit, tuple(valid_from, unit)) AS unit
    FROM market.support_areas
    WHERE level = 'commune' AND ifNull(valid_from <= toDate32(now('${zone}')), 1) AND ifNull(valid_to >= toDate32(now('${zone}')), 1)
    GROUP BY code
) AS of_commune ON of_commune.code = alert.commune
LEFT JOIN
(
    SELECT
        alert_id,
        count() AS contacts,
        max(contacted_at) AS last_contacted_at,
        argMax(outcome, contacted_at) AS last_outcome,
        argMax(tuple(next_on), contacted_at).1 AS next_on
    FROM market.alert_contacts
    GROUP BY alert_id
) AS calls ON calls.alert_id = alert.alert_id
WHERE alert.state = 'OPEN';
