/** Dead letters as they stand in Kafka, payload included. */
package vn.nhipcho.local.deadletter;
