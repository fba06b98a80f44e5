/** What differs by marketplace: names and statuses. Pure tables and lookups; a new marketplace is a column and a line. */
package vn.nhipcho.marketplace;
