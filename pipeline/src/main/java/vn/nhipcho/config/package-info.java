/** Typed settings of the jobs, checked whole at start: every problem is named in one message that says what to change. */
package vn.nhipcho.config;
