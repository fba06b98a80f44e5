/** What differs by marketplace: names, statuses, time limits. Pure tables and lookups; a new marketplace is a column and a line. */
package vn.nhipcho.marketplace;
