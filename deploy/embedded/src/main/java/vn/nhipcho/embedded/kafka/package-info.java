/** A Kafka broker of one node (KRaft) in a JVM of its own. */
package vn.nhipcho.embedded.kafka;
