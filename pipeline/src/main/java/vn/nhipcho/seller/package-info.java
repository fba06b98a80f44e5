/**
 * What is known of a seller over time, and to whom each of the seller's order parts is attributed as of its own
 * placed_at, however late an account or a listing arrives.
 */
package vn.nhipcho.seller;
