/** The peer: the totals of sales once more, written in Flink SQL. Measured by the benchmark and used by nothing else. */
package vn.nhipcho.local.bench.flinksql;
