/** What must be so before anything is started, looked at all at once. */
package vn.nhipcho.local.check;
