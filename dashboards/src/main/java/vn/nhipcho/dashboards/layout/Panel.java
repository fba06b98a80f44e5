package vn.nhipcho.dashboards.layout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A panel as it is laid out, without Grafana's own words.
 *
 * @param name names its SQL file and, through a hash, its id, which therefore outlives its position
 * @param isBelow whether it stands under the panel before it, not beside
 * @param values the columns a stat or gauge shows; none means every number
 * @param sort the column a table is sorted by, with a leading - when descending
 * @param x the column of the categories of a bar chart
 * @param series the text column that a line's name is taken from
 * @param area the column of commune codes of a map
 * @param value the column that colours a map
 */
public record Panel(
        String name,
        String place,
        String type,
        Text title,
        Text description,
        OptionalInt width,
        OptionalInt height,
        boolean isBelow,
        List<String> sql,
        Field defaults,
        Map<String, Field> fields,
        List<String> values,
        Optional<String> sort,
        Optional<String> x,
        Optional<String> series,
        Optional<String> area,
        Optional<String> value,
        Text text,
        Optional<String> interval,
        OptionalInt maxDataPoints,
        Optional<ObjectNode> options) {}
