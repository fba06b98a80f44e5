package vn.nhipcho.embedded.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class KafkaVersionsTest {
    @Test
    void brokerAndClientsOnThisClassPathAreOfOneVersion() {
        var versions = KafkaVersions.onClassPath();
        assertThat(versions.broker()).matches("\\d+\\.\\d+\\.\\d+").isEqualTo(versions.clients());
        versions.requireEqual();
    }

    @Test
    void refusesABrokerThatWouldNeverCreateAPartition() {
        assertThatThrownBy(() -> new KafkaVersions("4.1.1", "4.2.0").requireEqual())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("4.1.1")
                .hasMessageContaining("4.2.0")
                .hasMessageContaining("kafka.version");
    }
}
