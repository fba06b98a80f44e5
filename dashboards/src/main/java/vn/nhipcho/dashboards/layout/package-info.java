/** What dashboards are made of: YAML layouts and SQL files, read and checked. Nothing about Grafana's JSON. */
package vn.nhipcho.dashboards.layout;
