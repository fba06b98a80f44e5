package vn.nhipcho.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.embedded.tls.SelfSigned;

/** A server with a certificate of an authority that no JVM knows. */
class RegistryTlsIT {
    @TempDir
    private Path folder;

    private HttpsServer server;
    private Path authority;
    private final AtomicInteger requests = new AtomicInteger();

    @BeforeEach
    void startServer() throws IOException, GeneralSecurityException, InterruptedException {
        var certificate = SelfSigned.in(folder);
        authority = certificate.authority();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.serverContext()));
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            byte[] body = "{\"schema\":\"\\\"string\\\"\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void theRegistryIsTrustedByTheAuthorityOfTheFileOnly() {
        var trusting = new SchemaRegistryClient(new RegistryConfig(url(), null, authority.toString()));
        assertThat(trusting.byId(1)).isInstanceOf(SchemaLookup.Found.class);

        var distrusting = new SchemaRegistryClient(new RegistryConfig(url(), null, null));
        assertThatThrownBy(() -> distrusting.byId(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("SSLHandshakeException");
    }

    @Test
    void clickHouseIsTrustedByTheAuthorityOfTheFileOnly() {
        var trusting = Map.of("NHIP_CHO_CA_FILE", authority.toString());
        // The server is no ClickHouse: that it was asked at all says that its certificate was taken.
        assertThatThrownBy(() -> select(trusting)).isNotNull();
        assertThat(requests.get()).isPositive();

        requests.set(0);
        assertThatThrownBy(() -> select(Map.of()))
                .hasMessageContaining("no TLS with ClickHouse at " + url() + " (")
                .hasMessageContaining("NHIP_CHO_CA_FILE must name a PEM file")
                .hasMessageEndingWith("it is not set");
        assertThat(requests).hasValue(0);
    }

    @Test
    void saysWhichFileCannotBeRead() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        assertThatThrownBy(() -> PemTrust.of(empty)).hasMessageContaining("empty.pem holds none");
        assertThatThrownBy(() -> PemTrust.of(folder.resolve("none.pem")))
                .hasMessageContaining("none.pem cannot be read");
    }

    private void select(Map<String, String> environment) throws SQLException {
        try (var connection = ClickHouseConfig.fromEnvironment(url().toString(), environment)
                        .connect();
                var statement = connection.createStatement()) {
            statement.executeQuery("SELECT 1").close();
        }
    }

    private URI url() {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    }
}
