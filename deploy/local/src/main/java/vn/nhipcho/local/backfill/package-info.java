/** A backfill from beginning to end: engines of its own for the rebuild, and the order in which tables are made and swapped. */
package vn.nhipcho.local.backfill;
