package vn.nhipcho.dashboards.layout;

import java.util.Map;

/**
 * A way on to another dashboard, which takes the time and every variable that both have.
 *
 * @param to the directory of the other dashboard
 * @param set what it sets there: variable → column of this row, or {@code =value}
 */
public record Link(String to, Text title, Map<String, String> set) {
    static Link of(Node node, Text otherwise) {
        Map<String, String> set =
                Maps.of(node.child("set").entries(), value -> value.json().asText());
        Link link = new Link(node.required("to"), node.has("title") ? node.text("title") : otherwise, set);
        node.end();
        return link;
    }
}
