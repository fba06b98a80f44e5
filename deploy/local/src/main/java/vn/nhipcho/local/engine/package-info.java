/** Kafka, registry and ClickHouse: embedded ones started as child processes, or others that run elsewhere. */
package vn.nhipcho.local.engine;
