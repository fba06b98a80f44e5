SELECT code AS id, name_vi, name_en FROM market.commodities
