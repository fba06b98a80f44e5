/** Layouts as Grafana's dashboard JSON. */
package vn.nhipcho.dashboards.render;
