/** Child JVMs for the embedded engines: started, awaited, stopped, and never left behind when their parent dies. */
package vn.nhipcho.embedded.process;
