-- What the deployment was set up for: one row. Hours and amounts already written depend on it, so it does not change.
CREATE TABLE IF NOT EXISTS market_raw.deployment ${on_cluster}
(
    zone         String,
    currency     String,
    is_simulated UInt8,
    version      UInt64
)
ENGINE = ${replicated}ReplacingMergeTree(version)
ORDER BY tuple();
