/** The Confluent wire format and a client of any schema registry that speaks Confluent's REST API. */
package vn.nhipcho.registry;
