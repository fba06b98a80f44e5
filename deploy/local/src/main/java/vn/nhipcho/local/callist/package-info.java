/** Open alerts as a person reads them. */
package vn.nhipcho.local.callist;
