/**
 * The ingest ledger: what became of every record that was read, so that each committed state satisfies consumed =
 * applied + duplicate + superseded + dead. Reading and outcome are counted in different places and meet here.
 */
package vn.nhipcho.ingest;
