SELECT
    if(any(reference.name) != '', any(reference.name), known.platform) AS platform,
    countIf(silence.alert_id != '') AS silences
FROM
(
    SELECT platform FROM market.platforms
    UNION DISTINCT
    SELECT subject FROM market.alerts WHERE rule = 'feed_silent'
) AS known
LEFT JOIN market.platforms AS reference ON reference.platform = known.platform
LEFT JOIN
(
    SELECT subject, alert_id
    FROM market.alerts
    WHERE rule = 'feed_silent' AND state = 'OPEN'
) AS silence ON silence.subject = known.platform
GROUP BY known.platform
ORDER BY platform
