package vn.nhipcho.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.flink.util.ParameterTool;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcho.config.JobConfig;
import vn.nhipcho.config.SellersJobConfig;
import vn.nhipcho.model.Jobs;
import vn.nhipcho.setup.SetupStep;

class ComposeTest {
    private static final Path FOLDER = Manifest.DEPLOY.resolve("compose");
    private static final String TEXT = Manifest.text(FOLDER.resolve("compose.yaml"));
    private static final JsonNode COMPOSE =
            Manifest.in(FOLDER.resolve("compose.yaml")).get(0).content();
    private static final Set<String> ONE_SHOT =
            Set.of("set-up-access", "set-up-tables", "set-up-topics", "set-up-schemas", "submit-jobs");

    @Test
    void everyVariableIsExplainedInTheExampleAndHasItsDefault() throws IOException {
        Map<String, String> used = new TreeMap<>();
        Matcher variable = Pattern.compile("(?<!\\$)\\$\\{([A-Z_]+):-([^}]*)}").matcher(TEXT);
        variable.results().forEach(found -> used.put(found.group(1), found.group(2)));
        assertThat(TEXT.replaceAll("(?m)^ *#.*$", "")).doesNotContainPattern("(?<!\\$)\\$(?!\\{[A-Z_]+:-|\\$)");
        // Read by the compose client itself.
        used.put("COMPOSE_PROFILES", "");

        var example = new Properties();
        try (var in = Files.newBufferedReader(FOLDER.resolve(".env.example"))) {
            example.load(in);
        }
        assertThat(new TreeMap<Object, Object>(example)).isEqualTo(used);
        assertThat(example.stringPropertyNames()).noneMatch(name -> name.matches(".*(PASSWORD|SECRET|TOKEN).*"));
    }

    @Test
    void whatRunsIsWatchedBoundedAndStartedAgain() {
        services().forEach((name, service) -> {
            assertThat(service.has("mem_limit")).as(name).isTrue();
            if (ONE_SHOT.contains(name)) {
                assertThat(service.path("restart").asText()).as(name).isEqualTo("no");
            } else {
                assertThat(service.path("restart").asText()).as(name).isEqualTo("unless-stopped");
                // The notifier serves nothing that could be asked.
                assertThat(service.has("healthcheck") || name.equals("notifier"))
                        .as(name)
                        .isTrue();
            }
        });
        assertThat(services().keySet())
                .containsAll(ONE_SHOT)
                .contains(
                        "kafka",
                        "registry",
                        "clickhouse",
                        "zookeeper",
                        "jobmanager",
                        "taskmanager",
                        "notifier",
                        "grafana",
                        "prometheus");
    }

    @Test
    void onlyWhatAsksForAPasswordCanBeOpenedToANetwork() {
        Map<String, String> ports = new HashMap<>();
        services().forEach((name, service) -> service.path("ports").forEach(port -> ports.put(name, port.asText())));
        assertThat(ports).hasSize(6);
        ports.forEach((name, port) -> assertThat(port)
                .as(name)
                .startsWith(
                        Set.of("clickhouse", "grafana").contains(name) ? "${BIND_ADDRESS:-127.0.0.1}:" : "127.0.0.1:"));
    }

    @Test
    void everyPasswordIsAFileThatTheStartMakes() {
        Set<String> declared = new TreeSet<>();
        COMPOSE.path("secrets").fieldNames().forEachRemaining(declared::add);
        Set<String> used = new TreeSet<>();
        services().values().forEach(service -> service.path("secrets").forEach(one -> used.add(one.asText())));
        Matcher made = Pattern.compile("for name in ([a-z_ ]+); do").matcher(Manifest.text(FOLDER.resolve("up")));
        assertThat(made.find()).isTrue();

        assertThat(used)
                .isEqualTo(declared)
                .containsExactlyInAnyOrder(made.group(1).split(" "));
        services().forEach((name, service) -> service.path("environment")
                .properties()
                .forEach(variable -> {
                    if (variable.getKey().matches(".*_FILE")
                            && variable.getValue().asText().startsWith("/run/secrets/")) {
                        assertThat(texts(service.path("secrets")))
                                .as(name)
                                .contains(variable.getValue().asText().substring("/run/secrets/".length()));
                    }
                    assertThat(variable.getKey()).as(name).doesNotMatch(".*PASSWORD$");
                }));
    }

    @Test
    void kafkaTakesTheTransactionsOfTheSellersJob() {
        JsonNode environment = services().get("kafka").path("environment");
        assertThat(environment.path("KAFKA_TRANSACTION_MAX_TIMEOUT_MS").asText())
                .isEqualTo(Long.toString(7 * 24 * 3_600_000L));
        assertThat(environment.path("KAFKA_TRANSACTIONAL_ID_EXPIRATION_MS").asText())
                .isEqualTo(Long.toString(24 * 24 * 3_600_000L));
        String cluster = environment.path("CLUSTER_ID").asText();
        assertThat(Uuid.fromString(cluster)).hasToString(cluster);
    }

    @Test
    void jobsAndSetUpTakeTheirArguments() {
        Map<String, String> environment = new HashMap<>();
        JsonNode submit = services().get("submit-jobs").path("environment");
        submit.properties()
                .forEach(one ->
                        environment.put(one.getKey(), one.getValue().asText().replaceAll("^\\$\\{\\w+:-(.*)}$", "$1")));
        Matcher run = Pattern.compile("(?s)\"\\$jar\" \\\\\n(.*?)\n")
                .matcher(Manifest.text(Manifest.DEPLOY.resolve("images/submit-jobs")));
        assertThat(run.find()).isTrue();
        List<String> words = new ArrayList<>();
        for (String word : run.group(1).strip().split(" ")) {
            words.add(word.startsWith("\"$") ? environment.get(word.substring(2, word.length() - 1)) : word);
        }
        assertThat(words).doesNotContainNull();
        var tool = ParameterTool.fromArgs(words.toArray(String[]::new));
        assertThat(SellersJobConfig.of(tool, environment).shared()).isEqualTo(JobConfig.of(tool, environment));

        List<String> steps = new ArrayList<>();
        services().forEach((name, service) -> {
            if (name.startsWith("set-up")) {
                List<String> command = texts(service.path("command"));
                String[] own = command.subList(command.indexOf("vn.nhipcho.setup.SetupMain") + 1, command.size())
                        .toArray(String[]::new);
                steps.add(SetupStep.of(own, Map.of()).getClass().getSimpleName());
            }
        });
        assertThat(steps).containsExactlyInAnyOrder("Access", "Tables", "Topics", "Contracts");
    }

    @Test
    void grafanaHasEveryVariableThatItsProvisioningAsksFor() {
        Set<String> set = new TreeSet<>();
        services().get("grafana").path("environment").fieldNames().forEachRemaining(set::add);
        assertThat(Provisioning.given(set)).containsAll(Provisioning.variables(""));
    }

    @Test
    void prometheusAsksServicesThatThereAre() {
        JsonNode prometheus =
                Manifest.in(FOLDER.resolve("prometheus/prometheus.yaml")).get(0).content();
        List<String> targets = new ArrayList<>();
        prometheus.path("scrape_configs").forEach(scrape -> {
            assertThat(scrape.fieldNames()).toIterable().containsOnly("job_name", "static_configs");
            scrape.path("static_configs").forEach(group -> targets.addAll(texts(group.path("targets"))));
        });
        assertThat(targets).hasSize(4).allMatch(target -> services().containsKey(target.split(":")[0]));
        assertThat(texts(prometheus.path("rule_files")))
                .allMatch(file -> Files.exists(FOLDER.resolve("prometheus").resolve(file)));
    }

    @Test
    void theAlertOfAJobThatDoesNotRunNamesIt() {
        Map<String, JsonNode> byJob = new TreeMap<>();
        JsonNode rules =
                Manifest.in(FOLDER.resolve("prometheus/rules.yaml")).get(0).content();
        rules.path("groups").path(0).path("rules").forEach(rule -> {
            if (rule.path("alert").asText().equals("JobIsNotRunning")) {
                byJob.put(rule.path("labels").path("job_name").asText(), rule);
            }
        });
        assertThat(byJob).containsOnlyKeys(Jobs.SALES, Jobs.SELLERS);
        byJob.forEach((job, rule) -> {
            assertThat(rule.path("expr").asText())
                    .isEqualTo("absent(flink_jobmanager_job_runningTime{job_name=\"%s\"} > 0)", job);
            assertThat(rule.path("annotations").path("summary").asText())
                    .contains("Flink job " + job)
                    .doesNotContain("$labels");
        });
    }

    @Test
    void theComposeClientTakesTheFile(@TempDir Path copy) throws IOException, InterruptedException {
        List<String> client = client();
        assumeTrue(client != null, "skipped: neither 'docker compose' nor 'docker-compose' is installed");
        Files.copy(FOLDER.resolve("compose.yaml"), copy.resolve("compose.yaml"), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(FOLDER.resolve(".env.example"), copy.resolve(".env"));
        List<String> command = new ArrayList<>(client);
        command.addAll(List.of("-f", copy.resolve("compose.yaml").toString(), "config", "-q"));
        Process config = new ProcessBuilder(command)
                .directory(copy.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(config.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(config.waitFor()).as(said).isZero();
    }

    private static List<String> client() throws IOException, InterruptedException {
        for (List<String> words : List.of(List.of("docker", "compose"), List.of("docker-compose"))) {
            List<String> version = new ArrayList<>(words);
            version.add("version");
            if (isOnPath(words.get(0))
                    && new ProcessBuilder(version)
                                    .redirectErrorStream(true)
                                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                    .start()
                                    .waitFor()
                            == 0) {
                return words;
            }
        }
        return null;
    }

    private static boolean isOnPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Path.of(folder, program).toFile().canExecute());
    }

    /** With what {@code <<} takes in, which SnakeYAML has merged. */
    private static Map<String, JsonNode> services() {
        Map<String, JsonNode> services = new TreeMap<>();
        COMPOSE.path("services").properties().forEach(entry -> services.put(entry.getKey(), entry.getValue()));
        return services;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
