/**
 * One seller's whole story from the three streams and its stages, as pure functions of the events seen, in any arrival
 * order. No Flink, no alert.
 */
package vn.nhipcho.lifecycle;
