package vn.nhipcho.totals;

import vn.nhipcho.model.Cell;

/** The net difference that one or more changes make to a cell: one value a measure, scaled as in the row. */
public record CellDelta(Cell cell, long[] difference) {}
