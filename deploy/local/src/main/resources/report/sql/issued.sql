SELECT version, issued_at, figures
FROM market.issued_reports
WHERE place = '${place}' AND period = '${period}' AND calendar = '${calendar}' AND boundary = '${boundary}'
    AND language = '${language}'
ORDER BY version DESC
LIMIT 1
