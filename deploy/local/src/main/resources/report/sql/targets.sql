SELECT indicator, period, value, document FROM market.targets WHERE place = '${place}'
