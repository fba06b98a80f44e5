/**
 * One order's true state: merging its updates, the facts that follow, what it contributes to each cell. Pure core; the
 * operator around it only keeps state and sends rows.
 */
package vn.nhipcho.ledger;
