/** What must hold of every rendered dashboard so that it loads in Grafana and says what it counts. */
package vn.nhipcho.dashboards.lint;
