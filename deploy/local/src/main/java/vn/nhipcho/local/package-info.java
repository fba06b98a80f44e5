/**
 * The command line of {@code deploy/nhip-cho}: engines, jobs and sources on one machine. The only place where embedded
 * engines and jobs meet at run time; it holds no business rule.
 */
package vn.nhipcho.local;
