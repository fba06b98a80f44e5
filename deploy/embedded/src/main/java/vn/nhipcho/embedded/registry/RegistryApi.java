package vn.nhipcho.embedded.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import vn.nhipcho.embedded.registry.Subjects.Version;

/** The routes: what each method and path does. Answers are JSON values. */
final class RegistryApi {
    private static final String MODE = "READWRITE";
    private static final String LATEST = "latest";

    private final Subjects subjects;

    RegistryApi(Subjects subjects) {
        this.subjects = subjects;
    }

    /** @param path decoded segments; {@code body} is missing when the request has none */
    record Request(String method, List<String> path, Map<String, String> query, JsonNode body) {
        String segment(int i) {
            return path.get(i);
        }

        /** Segment {@code i} is a variable where the pattern has {@code *}. */
        boolean is(String expectedMethod, String... pattern) {
            if (!method.equals(expectedMethod) || path.size() != pattern.length) {
                return false;
            }
            for (int i = 0; i < pattern.length; i++) {
                if (!pattern[i].equals("*") && !pattern[i].equals(path.get(i))) {
                    return false;
                }
            }
            return true;
        }

        boolean asks(String flag) {
            return Boolean.parseBoolean(query.get(flag));
        }

        Schema schema() {
            String type = body.path("schemaType").asText("AVRO");
            if (!type.equals("AVRO")) {
                throw RegistryError.invalidSchema("type " + type + " is not supported, only AVRO is");
            }
            return Subjects.parse(body.path("schema").asText());
        }
    }

    Object answer(Request request) throws IOException {
        if (request.path().isEmpty()) {
            return Map.of();
        }
        return switch (request.segment(0)) {
            case "subjects" -> subjects(request);
            case "schemas" -> schemas(request);
            case "config" -> config(request);
            case "mode" -> mode(request);
            case "compatibility" -> compatibility(request);
            default -> throw noSuchRoute(request);
        };
    }

    private Object subjects(Request request) throws IOException {
        if (request.is("GET", "subjects")) {
            return subjects.names();
        }
        if (request.is("POST", "subjects", "*")) {
            return whole(subjects.find(request.segment(1), request.schema()).orElseThrow(RegistryError::unknownSchema));
        }
        if (request.is("GET", "subjects", "*", "versions")) {
            return subjects.versions(request.segment(1)).stream()
                    .map(Version::version)
                    .toList();
        }
        if (request.is("POST", "subjects", "*", "versions")) {
            return Map.of(
                    "id",
                    subjects.register(request.segment(1), request.schema()).id());
        }
        if (request.is("GET", "subjects", "*", "versions", "*")) {
            return whole(version(request.segment(1), request.segment(3)));
        }
        if (request.is("GET", "subjects", "*", "versions", "*", "schema")) {
            return version(request.segment(1), request.segment(3)).schema();
        }
        throw noSuchRoute(request);
    }

    private Object schemas(Request request) {
        if (request.is("GET", "schemas", "types")) {
            return List.of("AVRO");
        }
        if (request.is("GET", "schemas", "ids", "*")) {
            return Map.of("schema", subjects.schema(id(request)).toString());
        }
        if (request.is("GET", "schemas", "ids", "*", "schema")) {
            return subjects.schema(id(request));
        }
        if (request.is("GET", "schemas", "ids", "*", "versions")) {
            return subjects.versionsOf(id(request)).stream()
                    .map(version -> Map.of("subject", version.subject(), "version", version.version()))
                    .toList();
        }
        throw noSuchRoute(request);
    }

    private Object config(Request request) throws IOException {
        if (request.is("GET", "config")) {
            return Map.of("compatibilityLevel", subjects.level());
        }
        if (request.is("GET", "config", "*")) {
            String subject = request.segment(1);
            var level = request.asks("defaultToGlobal")
                    ? subjects.level(subject)
                    : subjects.ownLevel(subject).orElseThrow(() -> RegistryError.noOwnLevel(subject));
            return Map.of("compatibilityLevel", level);
        }
        if (request.is("PUT", "config") || request.is("PUT", "config", "*")) {
            String name = request.body().path("compatibility").asText();
            var level = Compatibility.named(name).orElseThrow(() -> RegistryError.invalidLevel(name));
            subjects.setLevel(request.path().size() == 1 ? null : request.segment(1), level);
            return Map.of("compatibility", level);
        }
        throw noSuchRoute(request);
    }

    private static Object mode(Request request) {
        if (request.is("GET", "mode") || request.is("GET", "mode", "*")) {
            return Map.of("mode", MODE);
        }
        throw noSuchRoute(request);
    }

    private Object compatibility(Request request) {
        if (request.is("POST", "compatibility", "subjects", "*", "versions")) {
            return verdict(request, subjects.violations(request.segment(2), request.schema()));
        }
        if (request.is("POST", "compatibility", "subjects", "*", "versions", "*")) {
            var version = version(request.segment(2), request.segment(4));
            return verdict(request, subjects.violations(version, request.schema()));
        }
        throw noSuchRoute(request);
    }

    private static Map<String, Object> verdict(Request request, List<String> violations) {
        Map<String, Object> verdict = new LinkedHashMap<>();
        verdict.put("is_compatible", violations.isEmpty());
        if (request.asks("verbose")) {
            verdict.put("messages", violations);
        }
        return verdict;
    }

    private static Map<String, Object> whole(Version version) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("subject", version.subject());
        whole.put("version", version.version());
        whole.put("id", version.id());
        whole.put("schema", version.schema().toString());
        return whole;
    }

    private Version version(String subject, String number) {
        var versions = subjects.versions(subject);
        if (number.equals(LATEST)) {
            return versions.get(versions.size() - 1);
        }
        if (!number.matches("[1-9][0-9]{0,8}")) {
            throw RegistryError.invalidVersion(number);
        }
        int index = Integer.parseInt(number) - 1;
        if (index >= versions.size()) {
            throw RegistryError.unknownVersion(number);
        }
        return versions.get(index);
    }

    private static int id(Request request) {
        try {
            return Integer.parseInt(request.segment(2));
        } catch (NumberFormatException e) {
            throw RegistryError.unknownSchema();
        }
    }

    private static RegistryError noSuchRoute(Request request) {
        return new RegistryError(
                404, 404, request.method() + " /" + String.join("/", request.path()) + " is not served here.");
    }
}
