/** What the embedded services that speak HTTP have in common. */
package vn.nhipcho.embedded.http;
