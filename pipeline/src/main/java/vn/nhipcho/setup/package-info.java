/** What a deployment is set up with before its jobs start: access, tables, topics, schemas. Each step can be repeated. */
package vn.nhipcho.setup;
