/** Tables with values that know their unit, and how they become HTML, CSV and XLSX. Knows nothing of ClickHouse. */
package vn.nhipcho.local.report.page;
