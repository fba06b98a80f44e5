package vn.nhipcho.dashboards.layout;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Maps that keep the order of the file. */
final class Maps {
    private Maps() {}

    static <T> Map<String, T> of(Stream<Map.Entry<String, Node>> entries, Function<Node, T> read) {
        Map<String, T> map = new LinkedHashMap<>();
        entries.forEach(entry -> map.put(entry.getKey(), read.apply(entry.getValue())));
        return Collections.unmodifiableMap(map);
    }
}
