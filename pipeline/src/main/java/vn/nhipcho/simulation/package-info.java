/**
 * A season of Hậu Giang's sellers on five marketplaces, invented event by event and repeatable from a seed: what the
 * product is shown with, and what its alerts are judged by, since the truth about every seller is known. No Flink.
 *
 * <p>Mechanics are one {@link vn.nhipcho.simulation.Agenda} of things that will happen. What happens is decided by pure
 * parts beside it: {@code Population} (who exists), {@code Trader} (who sells what and until when), {@code Demand} (how
 * much is bought on a day), {@code OrderLife} (what becomes of an order).
 *
 * <p>Numbers that were found carry "brief n" for the section of the domain brief they stand in; every other number is an
 * honest guess and its comment says so. Nobody and nothing in a season exists: keys are pseudonyms of nobody, names of
 * cooperatives are invented.
 */
package vn.nhipcho.simulation;
