/** Sources on their way to Kafka. */
package vn.nhipcho.local.feed;
