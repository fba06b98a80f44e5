package vn.nhipcho.dashboards.layout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A panel that is another dashboard's, {@code from: tong-quan/accounts}, with what its own keys change: a wall screen shows
 * the same figures larger.
 */
record Borrowed(SourceFiles files) {
    /** The panel with the other's keys under its own; the panel itself where it borrows nothing. */
    Node resolve(Node panel) {
        if (!panel.has("from")) {
            return panel;
        }
        String from = panel.string("from", "");
        String directory = from.replaceFirst("/.*", "");
        String name = from.substring(Math.min(from.length(), directory.length() + 1));
        for (JsonNode row : files.yaml(directory + "/dashboard.yaml").json().path("rows")) {
            if (row.path("panels").get(name) instanceof ObjectNode lent) {
                return panel.with(merged(lent, directory + "/" + name + ".sql", (ObjectNode) panel.json()));
            }
        }
        panel.problem("from: there is no panel " + from);
        return panel;
    }

    private static ObjectNode merged(ObjectNode lent, String sql, ObjectNode own) {
        ObjectNode merged = lent.deepCopy();
        if (!merged.has("sql")) {
            merged.put("sql", sql);
        }
        merged.remove("below");
        own.properties().stream()
                .filter(entry -> !entry.getKey().equals("from"))
                .forEach(entry -> lay(merged, entry.getKey(), entry.getValue()));
        return merged;
    }

    private static void lay(ObjectNode below, String key, JsonNode above) {
        if (below.get(key) instanceof ObjectNode map && above.isObject()) {
            above.properties().forEach(entry -> lay(map, entry.getKey(), entry.getValue()));
        } else {
            below.set(key, above);
        }
    }
}
