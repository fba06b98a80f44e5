/** Where the jobs run: a Flink in this JVM, or one reached by REST; and the point they go on from. */
package vn.nhipcho.local.flink;
