/** One class a job: arguments, settings, environment, topology, execute. */
package vn.nhipcho.job;
