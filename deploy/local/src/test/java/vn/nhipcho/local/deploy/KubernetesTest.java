package vn.nhipcho.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.flink.util.ParameterTool;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcho.config.JobConfig;
import vn.nhipcho.config.SellersJobConfig;
import vn.nhipcho.job.SalesJob;
import vn.nhipcho.job.SellersJob;
import vn.nhipcho.setup.SetupStep;
import vn.nhipcho.source.KafkaTopics;

/** What the manifests promise each other and the programs. */
class KubernetesTest {
    private static final List<Manifest> BASE = Manifest.under("kubernetes/base");
    private static final Pattern CREDENTIALS = Pattern.compile("\\| `([a-z-]+)` \\|([^|]*)\\|");

    @Test
    void topicsAreThoseOfTheCodeWithTheirSettings() {
        Map<String, Map<String, String>> inCode =
                KafkaTopics.topics(12).stream().collect(Collectors.toMap(NewTopic::name, NewTopic::configs));
        Map<String, Map<String, String>> inManifests = new HashMap<>();
        of("KafkaTopic").filter(topic -> topic.name().startsWith("market.")).forEach(topic -> {
            Map<String, String> settings = new TreeMap<>();
            topic.spec()
                    .path("config")
                    .properties()
                    .forEach(entry ->
                            settings.put(entry.getKey(), entry.getValue().asText()));
            assertThat(topic.spec().path("replicas").asInt()).as(topic.name()).isEqualTo(3);
            assertThat(settings.remove("min.insync.replicas")).as(topic.name()).isEqualTo("2");
            inManifests.put(topic.name(), settings);
        });
        assertThat(inManifests).isEqualTo(inCode);
    }

    @Test
    void kafkaTakesTheTransactionsOfTheSellersJob() {
        JsonNode kafka = of("Kafka").findFirst().orElseThrow().spec().path("kafka");
        assertThat(kafka.path("config").path("transaction.max.timeout.ms").asLong())
                .isEqualTo(7 * 24 * 3_600_000L);
        assertThat(kafka.path("config").path("transactional.id.expiration.ms").asLong())
                .isEqualTo(24 * 24 * 3_600_000L);
        assertThat(kafka.path("config").path("min.insync.replicas").asInt()).isEqualTo(2);
        assertThat(kafka.path("listeners")).hasSize(1).allMatch(listener -> listener.path("tls")
                .asBoolean());
    }

    @Test
    void usersMayDoWhatTheJobsDoAndNoMore() {
        JsonNode jobs = of("KafkaUser")
                .filter(user -> user.name().equals("jobs"))
                .findFirst()
                .orElseThrow()
                .spec();
        Map<String, Set<String>> rights = new TreeMap<>();
        for (JsonNode acl : jobs.path("authorization").path("acls")) {
            Set<String> operations = new TreeSet<>();
            acl.path("operations").forEach(one -> operations.add(one.asText()));
            rights.put(
                    acl.path("resource").path("type").asText() + " "
                            + acl.path("resource").path("name").asText(),
                    operations);
        }
        assertThat(rights)
                .isEqualTo(Map.of(
                        "topic market.orders.v1", Set.of("Read", "Describe"),
                        "topic market.accounts.v1", Set.of("Read", "Describe"),
                        "topic market.listings.v1", Set.of("Read", "Describe"),
                        "topic market.alerts.v1", Set.of("Write", "Describe"),
                        "topic market.dead-letters.v1", Set.of("Write", "Describe"),
                        "group nhip-cho-", Set.of("Read", "Describe"),
                        "transactionalId nhip-cho-", Set.of("Write", "Describe"),
                        "cluster ", Set.of("IdempotentWrite")));
    }

    @Test
    void bothJobsStartWithTheirArguments() {
        List<String> arguments =
                texts(patch("flink/both-jobs.yaml").spec().path("job").path("args"));
        Map<String, String> environment =
                environment(patch("flink/both-jobs.yaml").containers().get(0));
        var tool = ParameterTool.fromArgs(arguments.toArray(String[]::new));

        JobConfig config = JobConfig.of(tool, environment);
        assertThat(SellersJobConfig.of(tool, environment).shared()).isEqualTo(config);
        assertThat(config.kafka().propertiesFile()).isEqualTo("/etc/kafka-client/kafka.properties");
        assertThat(config.clickhouse().user()).isEqualTo("nhip_cho_jobs");
        assertThat(List.of(config.clickhouse().caFile(), config.registry().caFile()))
                .containsOnly("/etc/nhip-cho-ca/ca.crt");
        assertThat(of("FlinkDeployment")
                        .filter(job -> !job.name().equals("both-jobs"))
                        .map(job -> job.spec().path("job").path("entryClass").asText()))
                .containsExactlyInAnyOrder(SalesJob.class.getName(), SellersJob.class.getName());
        assertThat(patch("flink/both-jobs.yaml").spec().path("flinkVersion").asText())
                .isEqualTo("v2_2");
    }

    @Test
    void theSetUpRunsStepsThatThereAre() {
        List<String> steps = new ArrayList<>();
        for (JsonNode container : of("Job").findFirst().orElseThrow().containers()) {
            String[] words = texts(container.path("args")).toArray(String[]::new);
            steps.add(SetupStep.of(words, environment(container)).getClass().getSimpleName());
        }
        assertThat(steps).containsExactly("Access", "Tables", "Contracts");
    }

    @Test
    void kafkasClientTakesItsSettingsAndFindsItsLogIn(@TempDir Path folder) throws IOException {
        String logIn =
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"jobs\" password=\"x\";";
        Files.writeString(folder.resolve("sasl.jaas.config"), logIn);
        String text = of("ConfigMap")
                .filter(map -> map.name().equals("kafka-client"))
                .findFirst()
                .orElseThrow()
                .content()
                .path("data")
                .path("kafka.properties")
                .asText();
        var properties = new Properties();
        properties.load(new StringReader(text.replace("/etc/kafka-user", folder.toString())));
        properties.setProperty("bootstrap.servers", "market-kafka-bootstrap:9093");

        var config = new AdminClientConfig(properties);
        assertThat(config.getPassword("sasl.jaas.config").value()).isEqualTo(logIn);
        assertThat(config.getString("security.protocol")).isEqualTo("SASL_SSL");
        assertThat(properties.stringPropertyNames())
                .allMatch(key -> key.startsWith("config.providers")
                        || AdminClientConfig.configNames().contains(key));
    }

    @Test
    void everySecretAndConfigMapIsMadeHereOrDocumented() {
        Map<String, Set<String>> known = new HashMap<>();
        of("Certificate")
                .forEach(one ->
                        known.put(one.spec().path("secretName").asText(), Set.of("ca.crt", "tls.crt", "tls.key")));
        of("KafkaUser").forEach(one -> known.put(one.name(), Set.of("password", "sasl.jaas.config")));
        known.put("market-cluster-ca-cert", Set.of("ca.crt", "ca.p12", "ca.password"));
        CREDENTIALS
                .matcher(Manifest.text(Manifest.DEPLOY.resolve("kubernetes/README.md")))
                .results()
                .forEach(found -> known.put(
                        found.group(1),
                        Set.of(found.group(2).replaceAll("[` ]", "").split(","))));
        Set<String> maps = new HashSet<>(Set.of("reference"));
        of("ConfigMap").forEach(map -> maps.add(map.name()));

        Map<String, Set<String>> used = new TreeMap<>();
        Set<String> usedMaps = new TreeSet<>();
        BASE.forEach(manifest -> references(manifest.content(), used, usedMaps));
        assertThat(used).hasSizeGreaterThan(10);
        used.forEach((secret, keys) -> assertThat(known.getOrDefault(secret, Set.of("(no such secret)")))
                .as(secret)
                .containsAll(keys));
        assertThat(maps).containsAll(usedMaps);
    }

    @Test
    void passwordsAreThoseThatTheUsersAreMadeWith() {
        Set<String> inSql = new TreeSet<>();
        Pattern.compile("\\$\\{sha256:(\\w+)}")
                .matcher(Manifest.text(Manifest.DEPLOY.resolve("clickhouse/50_users.sql")))
                .results()
                .forEach(found -> inSql.add(found.group(1)));
        Map<String, Set<String>> used = new TreeMap<>();
        BASE.forEach(manifest -> references(manifest.content(), used, new HashSet<>()));
        // The migrator's is read from the whole secret, which its Job has for making the users.
        inSql.remove("clickhouse_migrator");
        assertThat(used.get("clickhouse-passwords")).isEqualTo(inSql);
    }

    @Test
    void grafanaHasEveryVariableThatItsProvisioningAsksFor() {
        JsonNode grafana = of("Deployment")
                .filter(one -> one.name().equals("grafana"))
                .findFirst()
                .orElseThrow()
                .containers()
                .get(0);
        Set<String> wanted = Provisioning.variables("");
        assertThat(wanted).hasSizeGreaterThan(5);
        // Those of alerting are the keys of a secret, see everySecretAndConfigMapIsMadeHereOrDocumented.
        wanted.removeAll(Provisioning.variables("ALERT_"));
        assertThat(Provisioning.given(environment(grafana).keySet())).containsAll(wanted);
    }

    @Test
    void podsRunAsNobodyWithoutRightsAndWithinBounds() {
        List<Manifest> pods =
                BASE.stream().filter(one -> !one.podSpec().isMissingNode()).toList();
        assertThat(pods).hasSize(7);
        for (Manifest pod : pods) {
            JsonNode security = pod.podSpec().path("securityContext");
            assertThat(security.path("runAsNonRoot").asBoolean())
                    .as(pod.toString())
                    .isTrue();
            assertThat(security.path("seccompProfile").path("type").asText())
                    .as(pod.toString())
                    .isEqualTo("RuntimeDefault");
            for (JsonNode container : pod.containers()) {
                JsonNode own = container.path("securityContext");
                assertThat(own.path("allowPrivilegeEscalation").asBoolean(true))
                        .as(pod.toString())
                        .isFalse();
                assertThat(texts(own.path("capabilities").path("drop")))
                        .as(pod.toString())
                        .containsExactly("ALL");
                // Flink's bounds are the operator's to set, from resource.memory.
                if (!pod.is("FlinkDeployment")) {
                    assertThat(container.path("resources").path("limits").has("memory"))
                            .as(pod.toString())
                            .isTrue();
                    assertThat(container.path("resources").path("requests").has("cpu"))
                            .as(pod.toString())
                            .isTrue();
                }
            }
        }
        assertThat(of("FlinkDeployment")
                        .filter(one -> one.name().equals("both-jobs"))
                        .map(one -> one.spec()
                                .path("taskManager")
                                .path("resource")
                                .path("memory")
                                .asText()))
                .containsExactly("4096m");
    }

    @Test
    void nothingIsReachableThatNoPolicyNames() {
        Map<String, JsonNode> policies = of("NetworkPolicy").collect(Collectors.toMap(Manifest::name, Manifest::spec));
        assertThat(policies.get("default-deny").path("podSelector")).isEmpty();
        assertThat(texts(policies.get("default-deny").path("policyTypes"))).containsExactly("Ingress", "Egress");
        assertThat(policies.get("default-deny").has("ingress")
                        || policies.get("default-deny").has("egress"))
                .isFalse();
        assertThat(policies.keySet())
                .contains(
                        "flink",
                        "kafka",
                        "registry",
                        "clickhouse",
                        "clickhouse-keeper",
                        "set-up",
                        "notifier",
                        "grafana");
        // An ingress rule without 'from' would open the pod to everybody.
        policies.values().forEach(policy -> policy.path("ingress")
                .forEach(rule -> assertThat(rule.path("from")).isNotEmpty()));
    }

    @Test
    void alertRulesAreThoseOfComposeAndLeadToTheRunbook() {
        JsonNode groups = of("PrometheusRule").findFirst().orElseThrow().spec().path("groups");
        JsonNode compose = Manifest.in(Manifest.DEPLOY.resolve("compose/prometheus/rules.yaml"))
                .get(0)
                .content();
        assertThat(groups.path(0)).isEqualTo(compose.path("groups").path(0));

        Set<String> headings = Pattern.compile("(?m)^## (.+)$")
                .matcher(Manifest.text(Manifest.DEPLOY.resolve("RUNBOOK.md")))
                .results()
                .map(found -> found.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
        for (JsonNode group : groups) {
            for (JsonNode rule : group.path("rules")) {
                String link = rule.path("annotations").path("runbook").asText();
                assertThat(link).startsWith("deploy/RUNBOOK.md#");
                assertThat(headings).contains(link.substring(link.indexOf('#') + 1));
            }
        }
    }

    private static Stream<Manifest> of(String kind) {
        return BASE.stream().filter(manifest -> manifest.is(kind));
    }

    private static Manifest patch(String file) {
        return Manifest.in(Manifest.DEPLOY.resolve("kubernetes/base/" + file)).get(0);
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Map<String, String> environment(JsonNode container) {
        Map<String, String> environment = new HashMap<>();
        container
                .path("env")
                .forEach(one -> environment.put(
                        one.path("name").asText(), one.path("value").asText()));
        return environment;
    }

    /** Optional ones are nobody's duty. */
    private static void references(JsonNode node, Map<String, Set<String>> secrets, Set<String> maps) {
        boolean optional = node.path("optional").asBoolean();
        if (node.has("secretKeyRef")) {
            JsonNode key = node.path("secretKeyRef");
            secrets.computeIfAbsent(key.path("name").asText(), name -> new TreeSet<>())
                    .add(key.path("key").asText());
        }
        if (node.has("secretRef") && !node.path("secretRef").path("optional").asBoolean()) {
            secrets.computeIfAbsent(node.path("secretRef").path("name").asText(), name -> new TreeSet<>())
                    .addAll(Provisioning.variables("ALERT_"));
        }
        if (node.path("secret").has("secretName")) {
            Set<String> keys = secrets.computeIfAbsent(
                    node.path("secret").path("secretName").asText(), name -> new TreeSet<>());
            node.path("secret")
                    .path("items")
                    .forEach(item -> keys.add(item.path("key").asText()));
        }
        for (String source : List.of("configMap", "configMapKeyRef")) {
            if (node.path(source).has("name") && !optional) {
                maps.add(node.path(source).path("name").asText());
            }
        }
        node.forEach(child -> references(child, secrets, maps));
    }
}
