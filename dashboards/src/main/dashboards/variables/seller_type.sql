SELECT code, if('${lang:raw}' = 'en', en, vi) AS name
FROM values('code String, vi String, en String',
    ('HOUSEHOLD', 'Hộ nông dân', 'Farming household'),
    ('HOUSEHOLD_BUSINESS', 'Hộ kinh doanh', 'Household business'),
    ('COOPERATIVE', 'Hợp tác xã', 'Cooperative'),
    ('COOPERATIVE_GROUP', 'Tổ hợp tác', 'Cooperative group'),
    ('FIRM', 'Doanh nghiệp', 'Firm'))
