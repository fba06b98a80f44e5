package vn.nhipcho.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcho.clickhouse.ClickHouseConfig;

/** A server with a certificate of an authority that no JVM knows. */
class RegistryTlsIT {
    private static final char[] PASSWORD = "not-a-secret".toCharArray();

    @TempDir
    private Path folder;

    private HttpsServer server;
    private Path authority;
    private final AtomicInteger requests = new AtomicInteger();

    @BeforeEach
    void startServer() throws IOException, GeneralSecurityException, InterruptedException {
        KeyStore keys = keys();
        authority = Files.writeString(
                folder.resolve("ca.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(keys.getCertificate("server").getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
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
        assertThatThrownBy(() -> select(Map.of())).isNotNull();
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

    private KeyStore keys() throws IOException, GeneralSecurityException, InterruptedException {
        Path store = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-ext",
                        "bc:c",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
