SELECT indicator, period, platform, value, document, as_of FROM market.reported_figures WHERE place = '${place}'
