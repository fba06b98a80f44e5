-- market_raw holds what jobs write; market holds the views, the only thing that people and dashboards read.
CREATE DATABASE IF NOT EXISTS market_raw ${on_cluster};
CREATE DATABASE IF NOT EXISTS market ${on_cluster};
