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

    /** How often all jobs were restarted, after a failure of whatever kind. */
    int restarts() throws IOException {
        int restarts = 0;
        for (JsonNode job : get("/jobs").get("jobs")) {
            JsonNode metric = get("/jobs/" + job.get("id").asText() + "/metrics?get=numRestarts");
            restarts += metric.get(0).get("value").asInt();
        }
        return restarts;
    }

    private JsonNode get(String path) throws IOException {
        try (var answer = URI.create(url + path).toURL().openStream()) {
            return JSON.readTree(answer);
        }
    }
}
