/**
 * From Kafka records to canonical events. A record that cannot be used becomes a dead letter with its reason; none of
 * them ever restarts the job.
 */
package vn.nhipcho.source;
