SELECT platform FROM market.platforms
