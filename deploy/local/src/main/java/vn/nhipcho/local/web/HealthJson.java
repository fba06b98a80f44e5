package vn.nhipcho.local.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.nhipcho.local.health.Finding.Remark;
import vn.nhipcho.local.health.Health;

/** A report as JSON, by the names that {@code docs/operations.md} lists. */
final class HealthJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private HealthJson() {}

    static byte[] of(Health.Report report) throws JsonProcessingException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("status", report.isWell() ? "ok" : "failing");
        all.putAll(report.facts());
        all.put("problems", remarks(report.problems()));
        all.put("warnings", remarks(report.warnings()));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(all);
    }

    private static List<Map<String, String>> remarks(List<Remark> remarks) {
        return remarks.stream()
                .map(remark -> Map.of("what", remark.what(), "do", remark.toDo()))
                .toList();
    }
}
