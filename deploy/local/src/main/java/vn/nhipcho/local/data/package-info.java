/** The data directory: what lies where, who may use it, what it was created for. */
package vn.nhipcho.local.data;
