-- Every event that was applied, by event id: from here state can be rebuilt without Kafka. A row never changes, so
-- writing it again replaces it by itself.
CREATE TABLE IF NOT EXISTS market_raw.order_events ${on_cluster}
(
    event_key    String,
    event_id     String,
    payload_hash Int64,
    seller_id    String,
    occurred_at  DateTime64(3, 'UTC'),
    event        String COMMENT 'the whole event as Avro JSON' CODEC(ZSTD(3))
)
ENGINE = ${replicated}ReplacingMergeTree
PARTITION BY toYear(occurred_at)
ORDER BY (event_key, event_id, payload_hash);
CREATE TABLE IF NOT EXISTS market_raw.account_events ${on_cluster}
(
    event_key    String,
    event_id     String,
    payload_hash Int64,
    seller_id    String,
    occurred_at  DateTime64(3, 'UTC'),
    event        String COMMENT 'the whole event as Avro JSON' CODEC(ZSTD(3))
)
ENGINE = ${replicated}ReplacingMergeTree
PARTITION BY toYear(occurred_at)
ORDER BY (event_key, event_id, payload_hash);
CREATE TABLE IF NOT EXISTS market_raw.listing_events ${on_cluster}
(
    event_key    String,
    event_id     String,
    payload_hash Int64,
    seller_id    String,
    occurred_at  DateTime64(3, 'UTC'),
    event        String COMMENT 'the whole event as Avro JSON' CODEC(ZSTD(3))
)
ENGINE = ${replicated}ReplacingMergeTree
PARTITION BY toYear(occurred_at)
ORDER BY (event_key, event_id, payload_hash);
