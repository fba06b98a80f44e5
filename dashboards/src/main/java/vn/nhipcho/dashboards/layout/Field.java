package vn.nhipcho.dashboards.layout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How a column is shown: its name, unit, colours, links. Also what all columns of a panel have in common.
 *
 * @param thresholds base colour and, from each value on, another: the keys are the values, the first is empty
 * @param mappings value, {@code from..to}, {@code /pattern/} or {@code null} → text and colour
 */
public record Field(
        Text title,
        Optional<Unit> unit,
        OptionalInt decimals,
        OptionalDouble min,
        OptionalDouble max,
        Text noValue,
        List<Threshold> thresholds,
        Map<String, Mapping> mappings,
        Optional<String> color,
        boolean isHidden,
        OptionalInt width,
        Optional<String> align,
        Optional<String> cell,
        List<Link> links,
        Optional<ObjectNode> custom) {
    /** From a value on, a colour; the first has no value. */
    public record Threshold(OptionalDouble from, String color) {}

    /** What is shown in place of a value; without a text, the value in that colour. */
    public record Mapping(Text text, Optional<String> color) {}
}
