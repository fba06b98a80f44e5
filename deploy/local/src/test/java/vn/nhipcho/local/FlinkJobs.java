package vn.nhipcho.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;

/** Asks Flink's REST interface about its jobs. */
record FlinkJobs(String url) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static FlinkJobs at(String url) {
        return new FlinkJobs(url);
    }

    /** How many failures of all jobs Flink remembers; each meant a restart. */
    int failures() throws IOException {
        int failures = 0;
        for (JsonNode job : get("/jobs").get("jobs")) {
            failures += get("/jobs/" + job.get("id").asText() + "/exceptions")
                    .get("exceptionHistory")
                    .get("entries")
                    .size();
        }
        return failures;
    }

    private JsonNode get(String path) throws IOException {
        try (var answer = URI.create(url + path).toURL().openStream()) {
            return JSON.readTree(answer);
        }
    }
}
