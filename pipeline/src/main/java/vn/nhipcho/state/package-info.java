/** Compact forms of what rests in keyed state by the million; see docs/decisions/0003-state-in-records.md. */
package vn.nhipcho.state;
