-- Cooperatives and cooperative groups in the register on the last day, and how far each has come.
SELECT
    kind,
    uniqExact(cooperative_id) AS registered,
    uniqExactIf(cooperative_id, cooperative_id IN
        (SELECT cooperative FROM market.sellers WHERE activated_at < ${end})) AS activated,
    uniqExactIf(cooperative_id, cooperative_id IN
        (
            SELECT cooperative FROM market.listings
            WHERE published_at < ${end} AND (withdrawn_at IS NULL OR withdrawn_at >= ${end})
        )) AS on_sale,
    uniqExactIf(cooperative_id, cooperative_id IN
        (
            SELECT cooperative FROM market.order_lines
            WHERE success_at >= ${start} AND success_at < ${end} AND origin != 'INTERNAL'
        )) AS traded
FROM market.cooperatives
WHERE ifNull(valid_from <= ${to}, 1) AND ifNull(valid_to >= ${to}, 1)
GROUP BY kind
ORDER BY kind
