-- Who the figures of each ${dimension} are of: needed to leave out cells of too few.
SELECT DISTINCT ${dimension} AS id, seller_id
FROM market.order_lines
WHERE success_at >= ${start} AND success_at < ${end} AND origin != 'INTERNAL'
