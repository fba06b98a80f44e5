/**
 * Canonical events, keys, money and target rows. JDK only; every other package may use it.
 *
 * <p>Units used throughout: money is a {@code long} of minor units (0.01 of the deployment's currency), quantities are
 * a {@code long} of thousandths of their unit, kilograms a {@code long} of grams, instants a {@code long} of
 * milliseconds since 1970 UTC (names end in {@code At}), hours a {@code long} of seconds since 1970 UTC at which the
 * hour of the business zone begins. Boxed types are nullable and null means "not told".
 *
 * <p>Everything that crosses the network or rests in state is a public record, so that Flink's POJO serializer handles
 * it (and migrates it when a component is added); nothing falls back to Kryo.
 */
package vn.nhipcho.model;
