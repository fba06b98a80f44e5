/** A schema registry with the part of Confluent's REST API that producers, jobs and people use. */
package vn.nhipcho.embedded.registry;
