/**
 * Foreign formats to events on Kafka, one adapter a format. No Flink: an import is a plain program that can be resumed.
 * Every importer sends the same events in the same order each time it reads the same files; resuming, disorder and
 * duplicates rest on that.
 */
package vn.nhipcho.importer;
