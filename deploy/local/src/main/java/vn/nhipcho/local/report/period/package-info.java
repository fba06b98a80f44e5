/** Reporting periods by the calendar of state agencies or by the common one. Pure. */
package vn.nhipcho.local.report.period;
