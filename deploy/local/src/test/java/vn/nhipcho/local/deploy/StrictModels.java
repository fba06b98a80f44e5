package vn.nhipcho.local.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What each kind of resource may hold: a library's model with unknown fields refused, or a closed schema. */
final class StrictModels {
    private static final Map<String, Class<?>> MODELS = Map.ofEntries(
            Map.entry("v1 Namespace", Namespace.class),
            Map.entry("v1 ConfigMap", ConfigMap.class),
            Map.entry("v1 Service", Service.class),
            Map.entry("v1 ServiceAccount", ServiceAccount.class),
            Map.entry("v1 PersistentVolumeClaim", PersistentVolumeClaim.class),
            Map.entry("apps/v1 Deployment", Deployment.class),
            Map.entry("batch/v1 Job", Job.class),
            Map.entry("policy/v1 PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
            Map.entry("networking.k8s.io/v1 Ingress", Ingress.class),
            Map.entry("rbac.authorization.k8s.io/v1 Role", Role.class),
            Map.entry("rbac.authorization.k8s.io/v1 RoleBinding", RoleBinding.class),
            Map.entry("kafka.strimzi.io/v1 Kafka", Kafka.class),
            Map.entry("kafka.strimzi.io/v1 KafkaNodePool", KafkaNodePool.class),
            Map.entry("kafka.strimzi.io/v1 KafkaTopic", KafkaTopic.class),
            Map.entry("kafka.strimzi.io/v1 KafkaUser", KafkaUser.class));

    private static final Map<String, String> CUSTOM = Map.of(
            "FlinkDeployment", "flink.apache.org/v1beta1",
            "ClickHouseInstallation", "clickhouse.altinity.com/v1",
            "ClickHouseKeeperInstallation", "clickhouse-keeper.altinity.com/v1",
            "Certificate", "cert-manager.io/v1",
            "Issuer", "cert-manager.io/v1",
            "PodMonitor", "monitoring.coreos.com/v1",
            "ServiceMonitor", "monitoring.coreos.com/v1",
            "PrometheusRule", "monitoring.coreos.com/v1");

    /** The models keep fields that they do not know; here those are what is looked for. */
    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1;

                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            });

    private final JsonNode schemas;

    StrictModels(JsonNode schemas) {
        this.schemas = schemas;
        schemas.forEach(StrictModels::close);
    }

    /** What is wrong with the resource; empty when nothing is. */
    List<String> problems(Manifest manifest) {
        String version = manifest.content().path("apiVersion").asText();
        Class<?> model = MODELS.get(version + " " + manifest.kind());
        if (model != null) {
            return read(manifest.content(), model);
        }
        if (!version.equals(CUSTOM.get(manifest.kind()))) {
            return List.of("there is no model of " + version + " " + manifest.kind());
        }
        List<String> problems = new ArrayList<>(read(manifest.content().path("metadata"), ObjectMeta.class));
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(schemas.path(manifest.kind()))
                .validate(manifest.spec())
                .forEach(message -> problems.add(message.getMessage()));
        // What the schemas leave open are parts of Kubernetes' own.
        if (!manifest.podSpec().isMissingNode()) {
            problems.addAll(read(manifest.podSpec(), PodSpec.class));
        }
        JsonNode templates = manifest.spec().path("templates");
        templates.path("serviceTemplates").forEach(t -> problems.addAll(read(t.path("spec"), ServiceSpec.class)));
        templates
                .path("volumeClaimTemplates")
                .forEach(t -> problems.addAll(read(t.path("spec"), PersistentVolumeClaimSpec.class)));
        return problems;
    }

    private static List<String> read(JsonNode content, Class<?> model) {
        try {
            STRICT.treeToValue(content, model);
            return List.of();
        } catch (JsonProcessingException e) {
            return List.of(e.getOriginalMessage());
        }
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties")) {
            object.put("type", "object").put("additionalProperties", false);
        }
        schema.forEach(StrictModels::close);
    }
}
