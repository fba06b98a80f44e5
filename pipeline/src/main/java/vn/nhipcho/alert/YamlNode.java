package vn.nhipcho.alert;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A YAML document with the line of each value. Every scalar is kept as it was written; what it means is the reader's. */
sealed interface YamlNode {
    int line();

    /** @param value empty where nothing was written */
    record Scalar(int line, String value) implements YamlNode {}

    record Items(int line, List<YamlNode> values) implements YamlNode {}

    record Section(int line, Map<String, YamlNode> values) implements YamlNode {}

    /** Notes each key that comes twice; throws at once when the text is no YAML, since nothing after it can be told. */
    static YamlNode read(String yaml, SettingsProblems problems) {
        try (var parser = new YAMLFactory().createParser(yaml)) {
            if (parser.nextToken() == null) {
                return new Section(1, Map.of());
            }
            var root = node(parser, "", problems);
            if (parser.nextToken() != null) {
                problems.add(line(parser), "", "a second document begins; a rule file is one document");
            }
            return root;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            problems.add(
                    line, "", "is not YAML: " + e.getOriginalMessage().strip().replaceAll("\\s*\\R\\s*", ", "));
            problems.throwIfAny();
            throw new IllegalStateException("the problem was just added", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static YamlNode node(JsonParser parser, String path, SettingsProblems problems) throws IOException {
        int line = line(parser);
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return new Section(line, fields(parser, path, problems));
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<YamlNode> values = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                values.add(node(parser, path + "[" + values.size() + "]", problems));
            }
            return new Items(line, values);
        }
        boolean empty = parser.currentToken() == JsonToken.VALUE_NULL;
        return new Scalar(line, empty ? "" : parser.getText().strip());
    }

    private static Map<String, YamlNode> fields(JsonParser parser, String path, SettingsProblems problems)
            throws IOException {
        Map<String, YamlNode> values = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int line = line(parser);
            String here = path.isEmpty() ? key : path + "." + key;
            parser.nextToken();
            var earlier = values.put(key, node(parser, here, problems));
            if (earlier != null) {
                problems.add(line, here, "is there already, see line " + earlier.line() + "; keep one");
            }
        }
        return values;
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
