package vn.nhipcho.dashboards.layout;

import java.util.List;
import java.util.stream.Stream;

/**
 * A dashboard as it is laid out in its directory.
 *
 * @param variables the names of those shared variables that it has
 * @param areVariablesFixed whether nobody chooses: a wall screen
 * @param links the dashboards its header leads to
 * @param rows the strip that all share first
 */
public record Dashboard(
        String name,
        Text title,
        Text description,
        String folder,
        List<String> tags,
        String from,
        String to,
        String refresh,
        List<String> variables,
        boolean areVariablesFixed,
        List<String> annotations,
        List<Link> links,
        List<Row> rows) {
    public Stream<Panel> panels() {
        return rows.stream().flatMap(row -> row.panels().stream());
    }
}
