SELECT code, if('${lang:raw}' = 'en', name_en, name_vi) AS name
FROM market.words
WHERE kind = 'alert_rule' AND code != 'feed_silent'
ORDER BY indexOf(['order_unconfirmed', 'seller_stalled', 'onboarding_stalled', 'seller_quiet_30', 'seller_quiet_60'], code)
