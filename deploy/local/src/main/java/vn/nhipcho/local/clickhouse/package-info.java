/** Questions to ClickHouse by plain HTTP: quicker to start than a driver, and TSV as it comes. */
package vn.nhipcho.local.clickhouse;
