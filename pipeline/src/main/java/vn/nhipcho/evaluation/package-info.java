/**
 * How good the alert rules are, by a season whose truth is known: what a caller would have been told, as it was lived, and
 * what of it was right. Pure: no Kafka, no Flink, no engine.
 */
package vn.nhipcho.evaluation;
