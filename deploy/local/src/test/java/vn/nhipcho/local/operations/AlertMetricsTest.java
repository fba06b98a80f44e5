package vn.nhipcho.local.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertMetricsTest {
    /** {@code MetricsIT} finds every documented name on a running stack, so an alert on one of them can fire. */
    @ParameterizedTest
    @ValueSource(strings = {"deploy/compose/prometheus/rules.yaml", "deploy/kubernetes/base/monitoring/rules.yaml"})
    void alertRulesUseDocumentedMetricsOnly(String rules) throws IOException {
        Path file = DocumentedMetrics.CHECKOUT.resolve(rules);

        assertThat(DocumentedMetrics.in(file)).hasSizeGreaterThan(7).isSubsetOf(DocumentedMetrics.names());
    }
}
