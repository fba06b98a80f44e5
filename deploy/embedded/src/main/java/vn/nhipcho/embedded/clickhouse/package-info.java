/**
 * ClickHouse on a machine without a server binary: libchdb in a child JVM, behind ClickHouse's own HTTP interface.
 *
 * <p>From outside in: {@link vn.nhipcho.embedded.clickhouse.EmbeddedClickHouse} starts and stops the child,
 * {@link vn.nhipcho.embedded.clickhouse.ChdbServer} is its main, a request passes {@link vn.nhipcho.embedded.http.LoopbackGuard}, becomes a
 * {@code QueryRequest} and a {@code Statement}, is executed on a {@code ChdbConnection} of its own and answered by
 * {@code QueryResponse}. There are no users and passwords: whoever reaches the port may do what the user who started
 * it may do, which is why it listens on the loopback interface only.
 */
package vn.nhipcho.embedded.clickhouse;
