/**
 * The dashboards in a browser where no Grafana is: the rendered JSON, its queries answered read-only, and the page that
 * draws them. Takes ids and checked choices, never SQL.
 */
package vn.nhipcho.local.web;
