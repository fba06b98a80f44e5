/** The leadership report: the figures of one period as a page to print, as CSV and as a workbook, and what was issued. */
package vn.nhipcho.local.report;
