/** The commands: options in, exit code out. What they do stands in the packages beside this one. */
package vn.nhipcho.local.command;
