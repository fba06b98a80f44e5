/** Records that could not be used: why, in what shape they are kept, and how they are written. */
package vn.nhipcho.deadletter;
