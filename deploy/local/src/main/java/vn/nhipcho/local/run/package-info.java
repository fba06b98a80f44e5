/** The life of an {@code up}: start everything, feed it, watch it, stop it so that it can go on later. */
package vn.nhipcho.local.run;
