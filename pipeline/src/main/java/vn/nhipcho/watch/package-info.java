/**
 * The operators that keep every seller's story and every platform's feed, and tell what of it has become visible: stages,
 * days, listings and alerts. What is judged, and how, is in {@code lifecycle} and {@code alert}.
 */
package vn.nhipcho.watch;
