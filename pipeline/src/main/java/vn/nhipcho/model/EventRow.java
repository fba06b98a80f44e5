package vn.nhipcho.model;

/**
 * A row of {@code order_events} or {@code account_events}: the append-only history by event id, from which state can be
 * rebuilt without Kafka.
 *
 * @param key {@code platform:order_id} or seller id
 * @param arrivedAt Kafka timestamp of its record, milliseconds; no column, it tells how fresh the figures are
 * @param event the whole event in the plain JSON of the {@code jsonl} source, so that it can be streamed in again
 */
public record EventRow(
        String topic,
        String key,
        String sellerId,
        String eventId,
        long occurredAt,
        long payloadHash,
        long arrivedAt,
        String event) {}
