CREATE OR REPLACE VIEW market.alert_contacts ${on_cluster} AS
SELECT
    alert_id,
    fromUnixTimestamp64Milli(toInt64(contacted_at), '${zone}') AS contacted_at,
    outcome,
    next_on
FROM market_raw.alert_contacts FINAL;

-- One row an alert that was called about. recovered: it resolved within 30 days after a call. A rate is due only over rows
-- with judged, which have recovered or had their 30 days.
CREATE OR REPLACE VIEW market.alert_recoveries ${on_cluster} AS
SELECT
    alert_id,
    rule,
    seller_id,
    province,
    district,
    commune,
    cooperative,
    seller_type,
    platform,
    state,
    opened_at,
    resolved_at,
    calls.contacts AS contacts,
    calls.times[1] AS first_contacted_at,
    calls.times[-1] AS last_contacted_at,
    calls.last_outcome AS last_outcome,
    CAST(state = 'RESOLVED'
        AND arrayExists(t -> resolved_at >= t AND resolved_at <= addDays(t, 30), calls.times) AS Bool) AS recovered,
    CAST(recovered OR calls.times[-1] < now() - toIntervalDay(30) AS Bool) AS judged
FROM market.alerts
INNER JOIN
(
    SELECT
        alert_id,
        count() AS contacts,
        arraySort(groupArray(contacted_at)) AS times,
        argMax(outcome, contacted_at) AS last_outcome
    FROM market.alert_contacts
    GROUP BY alert_id
) AS calls USING (alert_id)
WHERE state != 'WITHDRAWN';

CREATE OR REPLACE VIEW market.notifications ${on_cluster} AS
SELECT
    message_id,
    kind,
    area_kind,
    area,
    day,
    alert_id,
    state,
    attempts,
    detail,
    fromUnixTimestamp64Milli(toInt64(version), '${zone}') AS changed_at,
    body
FROM market_raw.notifications FINAL;

CREATE OR REPLACE VIEW market.support_areas ${on_cluster} AS
SELECT unit, level, code, valid_from, valid_to
FROM market_raw.support_areas
WHERE load = (SELECT max(load) FROM market_raw.reference_loads WHERE table_name = 'support_areas');
