package vn.nhipcho.dashboards.layout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** A part of a YAML file and where it stands. Keys that nobody asked for are problems, told by {@link #end()}. */
final class Node {
    private final JsonNode json;
    private final String place;
    private final Problems problems;
    private final Set<String> asked = new HashSet<>();

    Node(JsonNode json, String place, Problems problems) {
        this.json = json == null ? MissingNode.getInstance() : json;
        this.place = place;
        this.problems = problems;
    }

    JsonNode json() {
        return json;
    }

    String place() {
        return place;
    }

    /** Other content in the same place. */
    Node with(JsonNode other) {
        return new Node(other, place, problems);
    }

    boolean has(String key) {
        asked.add(key);
        return json.has(key);
    }

    boolean isMap() {
        return json.isObject();
    }

    void problem(String text) {
        problems.add(place, text);
    }

    Node child(String key) {
        asked.add(key);
        return new Node(json.get(key), place + (place.endsWith(".yaml") ? ": " : ".") + key, problems);
    }

    /** The parts of a list, or the only part where there is no list. */
    List<Node> items(String key) {
        Node list = child(key);
        if (list.json.isMissingNode() || list.json.isNull()) {
            return List.of();
        }
        if (!list.json.isArray()) {
            return List.of(list);
        }
        List<Node> items = new ArrayList<>();
        for (int i = 0; i < list.json.size(); i++) {
            items.add(new Node(list.json.get(i), list.place + "[" + i + "]", problems));
        }
        return items;
    }

    /** The parts of a map in their order. */
    Stream<Map.Entry<String, Node>> entries() {
        if (!json.isObject() && !json.isMissingNode() && !json.isNull()) {
            problem("is not a map");
            return Stream.empty();
        }
        List<String> keys = new ArrayList<>();
        json.fieldNames().forEachRemaining(keys::add);
        return keys.stream().map(key -> Map.entry(key, child(key)));
    }

    /** A text for people, which must be there in every language. */
    Text text(String key) {
        Node node = child(key);
        if (node.json.isMissingNode()) {
            node.problem("is missing: {vi: …, en: …}");
            return Text.NONE;
        }
        return node.asText();
    }

    Text textOrNone(String key) {
        return has(key) ? text(key) : Text.NONE;
    }

    Text asText() {
        if (!json.isObject()) {
            problem("must be in both languages: {vi: …, en: …}");
            return Text.NONE;
        }
        String vi = languageOf("vi");
        String en = languageOf("en");
        end();
        return new Text(vi, en);
    }

    private String languageOf(String code) {
        asked.add(code);
        String text = json.path(code).asText("").strip();
        if (text.isEmpty()) {
            problem("has no text in the language " + code);
        }
        return nfc(text);
    }

    String string(String key, String otherwise) {
        Node node = child(key);
        if (node.json.isMissingNode() || node.json.isNull()) {
            return otherwise;
        }
        if (!node.json.isValueNode()) {
            node.problem("must be a plain value");
            return otherwise;
        }
        return nfc(node.json.asText());
    }

    String required(String key) {
        String value = string(key, "");
        if (value.isEmpty()) {
            problems.add(place, key + " is missing");
        }
        return value;
    }

    boolean flag(String key, boolean otherwise) {
        Node node = child(key);
        if (!node.json.isMissingNode() && !node.json.isBoolean()) {
            node.problem("must be true or false");
        }
        return node.json.asBoolean(otherwise);
    }

    OptionalInt integer(String key) {
        OptionalDouble number = number(key);
        return number.isPresent() ? OptionalInt.of((int) number.getAsDouble()) : OptionalInt.empty();
    }

    OptionalDouble number(String key) {
        Node node = child(key);
        if (node.json.isMissingNode()) {
            return OptionalDouble.empty();
        }
        if (!node.json.isNumber()) {
            node.problem("must be a number");
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(node.json.asDouble());
    }

    List<String> strings(String key) {
        return items(key).stream().map(item -> nfc(item.json.asText())).toList();
    }

    /** What goes into Grafana's JSON as it stands, once its texts are those of one language. */
    Optional<ObjectNode> raw(String key) {
        Node node = child(key);
        if (node.json.isMissingNode()) {
            return Optional.empty();
        }
        if (!node.json.isObject()) {
            node.problem("must be a map");
            return Optional.empty();
        }
        Localized.check(node);
        return Optional.of((ObjectNode) node.json);
    }

    void end() {
        json.fieldNames().forEachRemaining(key -> {
            if (!asked.contains(key)) {
                problem("no such key: " + key);
            }
        });
    }

    private static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
