/** TLS with certificates made on the spot, for tests of encrypted connections. */
package vn.nhipcho.embedded.tls;
