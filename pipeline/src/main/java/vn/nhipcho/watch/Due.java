package vn.nhipcho.watch;

import java.util.List;

/**
 * When a seller has to be judged again though nothing new comes of it.
 *
 * @param at milliseconds of the seller's clock
 * @param platforms whose slowest clock that is, sorted
 */
public record Due(long at, List<String> platforms) {}
