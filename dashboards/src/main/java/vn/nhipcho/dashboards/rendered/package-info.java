/** The rendered dashboards read back: what a server, a test or the lint wants to know of them. */
package vn.nhipcho.dashboards.rendered;
