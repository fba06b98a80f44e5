/** A Grafana that is on the machine already, with the dashboards of this release over the embedded ClickHouse. */
package vn.nhipcho.local.grafana;
