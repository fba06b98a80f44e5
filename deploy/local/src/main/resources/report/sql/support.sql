-- Sellers by the rule that names them: at the end of the period, new in it, and settled in it. An empty detail is the
-- rule as a whole.
SELECT
    rule,
    arrayJoin(multiIf(
        rule = 'seller_stalled', ['', if(cause = '', 'unknown', cause)],
        rule = 'onboarding_stalled', ['', s.stage],
        [''])) AS detail,
    uniqExactIf(seller_id, opened_at < ${end} AND (resolved_at IS NULL OR resolved_at >= ${end})) AS open_at_end,
    uniqExactIf(seller_id, opened_at >= ${start} AND opened_at < ${end}) AS opened,
    uniqExactIf(seller_id, resolved_at >= ${start} AND resolved_at < ${end}) AS resolved
FROM market.alerts AS a
ASOF LEFT JOIN (SELECT seller_id, entered_at, stage FROM market.seller_stages) AS s
    ON s.seller_id = a.seller_id AND s.entered_at <= a.opened_at
WHERE state != 'WITHDRAWN' AND a.seller_id != '' AND opened_at < ${end}
    AND (resolved_at IS NULL OR resolved_at >= ${start})
GROUP BY rule, detail
ORDER BY rule, detail != '', open_at_end DESC, detail
