/** What the views, the reference tables and reported documents say of a period. Knows nothing of pages. */
package vn.nhipcho.local.report.figures;
