SELECT role, name_vi, name_en, valid_from, valid_to FROM market.agencies WHERE place = '${place}'
