/** The sales job once more, over the events of the past and into shadow tables. Knows nothing of Kafka. */
package vn.nhipcho.backfill;
