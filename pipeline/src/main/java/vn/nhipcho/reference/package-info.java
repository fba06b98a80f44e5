/**
 * Places, commodities and units of sale as reference files with validity dates. Data is not code: a change of a code
 * list is a change of a file under {@code resources/reference}, which ClickHouse loads too. Lookups are immutable and
 * take the day of the event, never today.
 */
package vn.nhipcho.reference;
