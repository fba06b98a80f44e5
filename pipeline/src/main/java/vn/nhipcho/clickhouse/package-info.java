/**
 * The ClickHouse side of the jobs: tables and row mapping, the sink, migrations, reference tables and the
 * reconciliation. No aggregate logic of the totals lives here.
 *
 * <p>How a row comes to stand in ClickHouse: the writer keeps the last row of each key in a compact encoding; at a
 * checkpoint barrier it hands the rows over as {@link vn.nhipcho.clickhouse.Committable committables}; once the
 * checkpoint has completed, the committer inserts them. Every row is an upsert, so inserting it again is harmless.
 */
package vn.nhipcho.clickhouse;
