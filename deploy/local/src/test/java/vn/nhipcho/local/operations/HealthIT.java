package vn.nhipcho.local.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcho.local.failures.FaultProxy;

/** The health endpoint of a running stack, while ClickHouse is well, hangs and is well again. */
class HealthIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Far longer than the limit of a check, far shorter than a page waits for its query. */
    private static final Duration IN_TIME = Duration.ofSeconds(20);

    private static final FaultProxy.Fault SILENCE = new FaultProxy.Fault(FaultProxy.Manner.SILENCE, 0, 0, "", 1);

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    private record Answer(int status, JsonNode body) {}

    @Test
    void tellsHowItIsAlsoWhileClickHouseHangsAndEveryPageWaitsForIt() throws Exception {
        try (var operated = OperatedStack.start(folder)) {
            String url = operated.health();
            JsonNode well = await(
                            url,
                            answer -> answer.status() == 200
                                    && answer.body()
                                            .path("newest_checkpoint_age_seconds")
                                            .path("sellers")
                                            .isNumber())
                    .body();
            assertThat(well.path("status").asText()).isEqualTo("ok");
            assertThat(well.path("jobs").path("sales").asText()).isEqualTo("RUNNING");
            assertThat(well.path("clickhouse").asText()).isEqualTo("reachable");
            assertThat(well.path("kafka").asText()).isEqualTo("reachable");
            assertThat(well.has("last_queryable_at")).isTrue();
            assertThat(well.path("problems")).isEmpty();

            operated.clickhouse().misbehave(SILENCE);
            List<String> pages = openPages(url.replace("/health", ""));
            Answer hanging = get(url);
            assertThat(hanging.status()).isEqualTo(503);
            assertThat(hanging.body().path("status").asText()).isEqualTo("failing");
            assertThat(hanging.body().path("problems").findValuesAsText("what"))
                    .singleElement()
                    .asString()
                    .startsWith("ClickHouse does not answer");
            assertThat(hanging.body().path("problems").findValuesAsText("do").get(0))
                    .contains("deploy/RUNBOOK.md#clickhouse-refuses");
            assertThat(hanging.body().path("kafka").asText()).isEqualTo("reachable");
            assertThat(pages).hasSizeGreaterThan(6);

            operated.clickhouse().behave();
            assertThat(await(url, answer -> answer.status() == 200)
                            .body()
                            .path("status")
                            .asText())
                    .isEqualTo("ok");
        }
    }

    /** More than are answered at once; none of them is waited for. */
    private List<String> openPages(String url) {
        List<String> pages = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String page = url + "/api/dashboards/nhip-cho-tong-quan/panels/" + (i + 1)
                    + "?from=1761000000000&to=1764000000000";
            client.sendAsync(request(page, Duration.ofMinutes(1)), BodyHandlers.discarding());
            pages.add(page);
        }
        return pages;
    }

    private Answer await(String url, Predicate<Answer> condition) throws Exception {
        Instant deadline = Instant.now().plus(OperatedStack.PATIENCE);
        Answer answer = get(url);
        while (!condition.test(answer)) {
            assertThat(Instant.now()).as("last answer: %s", answer).isBefore(deadline);
            Thread.sleep(250);
            answer = get(url);
        }
        return answer;
    }

    private Answer get(String url) throws Exception {
        HttpResponse<String> answer = client.send(request(url, IN_TIME), BodyHandlers.ofString());
        return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
    }

    private static HttpRequest request(String url, Duration limit) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(limit).build();
    }
}
