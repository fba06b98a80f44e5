/** Dead letters as they stand in Kafka, payload included, and in ClickHouse; and how they are sent again. */
package vn.nhipcho.local.deadletter;
