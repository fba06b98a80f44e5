/** The benchmark: the same events, engines and settings as {@code up}, one measurement after the other. */
package vn.nhipcho.local.bench;
