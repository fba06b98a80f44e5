/** The story of each job on one screen: wiring only, no business rule. */
package vn.nhipcho.topology;
