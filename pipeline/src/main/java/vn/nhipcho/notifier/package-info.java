/**
 * From open alerts to people: the call list, and the messages that are posted to a webhook. Reads the views of ClickHouse
 * and nothing of Kafka or Flink (docs/decisions/0010).
 */
package vn.nhipcho.notifier;
