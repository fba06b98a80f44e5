/**
 * The list of grouping sets, what an order contributes to their cells, and the operators that add differences up.
 */
package vn.nhipcho.totals;
