/** The SQL of panels: Grafana's macros and variables written out. The one expansion, for tests and for the preview. */
package vn.nhipcho.dashboards.sql;
