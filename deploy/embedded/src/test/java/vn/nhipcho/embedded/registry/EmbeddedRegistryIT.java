package vn.nhipcho.embedded.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pins paths, codes and bodies as Confluent's documentation gives them; no client of ours is in between. */
class EmbeddedRegistryIT {
    private static final String ONE = "{'schema':'{\\'type\\':\\'record\\',\\'name\\':\\'E\\',\\'fields\\':[]}'}";
    private static final String WITH_REQUIRED = ONE.replace("[]", "[{\\'name\\':\\'a\\',\\'type\\':\\'int\\'}]");
    private static final String WITH_OPTIONAL =
            ONE.replace("[]", "[{\\'name\\':\\'a\\',\\'type\\':\\'int\\',\\'default\\':0}]");

    @TempDir
    Path dir;

    private EmbeddedRegistry registry;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void start() throws IOException {
        registry = EmbeddedRegistry.start(dir, 0);
    }

    @AfterEach
    void stop() throws IOException {
        registry.close();
    }

    @Test
    void registersASchemaOnceAndTellsItByIdAndVersion() throws Exception {
        assertThat(post("/subjects/s-value/versions", ONE)).isEqualTo("200 {'id':1}");
        assertThat(post("/subjects/s-value/versions", ONE)).isEqualTo("200 {'id':1}");
        assertThat(post("/subjects/other-value/versions", ONE)).isEqualTo("200 {'id':1}");
        assertThat(get("/subjects")).isEqualTo("200 ['other-value','s-value']");
        assertThat(get("/subjects/s-value/versions")).isEqualTo("200 [1]");
        assertThat(get("/schemas/ids/1")).startsWith("200 {'schema':'{").contains("\\'name\\':\\'E\\'");
        assertThat(get("/schemas/ids/1/versions"))
                .startsWith("200 [")
                .contains("'subject':'other-value'", "'subject':'s-value'");
        assertThat(get("/subjects/s-value/versions/latest"))
                .startsWith("200 {'subject':'s-value','version':1,'id':1,'schema':'{");
        assertThat(post("/subjects/s-value", ONE)).startsWith("200 {'subject':'s-value','version':1,'id':1,");
    }

    @Test
    void answersWithTheErrorCodesOfTheApi() throws Exception {
        post("/subjects/s-value/versions", ONE);
        assertThat(get("/schemas/ids/99")).startsWith("404 {").contains("'error_code':40403");
        assertThat(get("/subjects/none/versions")).startsWith("404 {").contains("'error_code':40401");
        assertThat(get("/subjects/s-value/versions/9")).startsWith("404 {").contains("'error_code':40402");
        assertThat(get("/subjects/s-value/versions/x")).startsWith("422 {").contains("'error_code':42202");
        assertThat(post("/subjects/s-value", WITH_OPTIONAL)).startsWith("404 {").contains("'error_code':40403");
        assertThat(post("/subjects/s-value/versions", "{'schema':'no'}"))
                .startsWith("422 {")
                .contains("'error_code':42201");
        assertThat(post("/subjects/s-value/versions", "{'schema':'{}','schemaType':'PROTOBUF'}"))
                .startsWith("422 {")
                .contains("'error_code':42201");
        assertThat(put("/config", "{'compatibility':'SOMEWHAT'}"))
                .startsWith("422 {")
                .contains("'error_code':42203");
        assertThat(get("/config/s-value")).startsWith("404 {").contains("'error_code':40408");
        assertThat(post("/subjects/s-value/versions", "{")).startsWith("400 {");
        assertThat(get("/nowhere")).startsWith("404 {").contains("'error_code':404");
    }

    @Test
    void holdsASubjectToItsCompatibility() throws Exception {
        post("/subjects/s-value/versions", ONE);
        assertThat(get("/config")).isEqualTo("200 {'compatibilityLevel':'BACKWARD'}");
        assertThat(put("/config/s-value", "{'compatibility':'FULL_TRANSITIVE'}"))
                .isEqualTo("200 {'compatibility':'FULL_TRANSITIVE'}");
        assertThat(get("/config/s-value")).isEqualTo("200 {'compatibilityLevel':'FULL_TRANSITIVE'}");
        assertThat(get("/config/other?defaultToGlobal=true")).isEqualTo("200 {'compatibilityLevel':'BACKWARD'}");
        assertThat(post("/compatibility/subjects/s-value/versions", WITH_REQUIRED))
                .isEqualTo("200 {'is_compatible':false}");
        assertThat(post("/compatibility/subjects/s-value/versions/latest?verbose=true", WITH_REQUIRED))
                .startsWith("200 {'is_compatible':false,'messages':['");
        assertThat(post("/compatibility/subjects/none/versions/latest", ONE)).contains("'error_code':40401");
        assertThat(post("/subjects/s-value/versions", WITH_REQUIRED))
                .startsWith("409 {")
                .contains("'error_code':409");
        assertThat(post("/subjects/s-value/versions", WITH_OPTIONAL)).isEqualTo("200 {'id':2}");
        put("/config/s-value", "{'compatibility':'NONE'}");
        assertThat(post("/subjects/s-value/versions", WITH_REQUIRED)).isEqualTo("200 {'id':3}");
        assertThat(get("/mode")).isEqualTo("200 {'mode':'READWRITE'}");
    }

    @Test
    void remembersAllOfItAfterARestart() throws Exception {
        post("/subjects/s-value/versions", ONE);
        put("/config", "{'compatibility':'FORWARD'}");
        post("/subjects/s-value/versions", WITH_OPTIONAL);
        String before = get("/subjects/s-value/versions/2");
        registry.close();
        registry = EmbeddedRegistry.start(dir, 0);
        assertThat(get("/subjects/s-value/versions/2")).isEqualTo(before);
        assertThat(get("/config")).isEqualTo("200 {'compatibilityLevel':'FORWARD'}");
        assertThat(post("/subjects/s-value/versions", WITH_REQUIRED)).isEqualTo("200 {'id':3}");
    }

    @Test
    void refusesPagesOfOtherOriginsAndReboundNames() throws Exception {
        var fromPage = HttpRequest.newBuilder(URI.create(registry.url() + "/subjects"))
                .header("Origin", "http://evil.example")
                .build();
        assertThat(client.send(fromPage, BodyHandlers.ofString()).statusCode())
                .isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
        URI address = URI.create(registry.url());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write("GET /subjects HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void saysWhichPortIsTaken(@TempDir Path other) {
        int port = URI.create(registry.url()).getPort();
        assertThatThrownBy(() -> EmbeddedRegistry.start(other, port))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("port " + port + " is taken")
                .hasMessageContaining("--registry-port");
    }

    private String get(String path) throws Exception {
        return send(request(path).GET().build());
    }

    private String post(String path, String body) throws Exception {
        return send(request(path).POST(BodyPublishers.ofString(json(body))).build());
    }

    private String put(String path, String body) throws Exception {
        return send(request(path).PUT(BodyPublishers.ofString(json(body))).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(registry.url() + path))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json");
    }

    /** Status and body, with single quotes for the eye. */
    private String send(HttpRequest request) throws Exception {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/vnd.schemaregistry.v1+json");
        return response.statusCode() + " " + response.body().replace('"', '\'');
    }

    private static String json(String withSingleQuotes) {
        return withSingleQuotes.replace('\'', '"');
    }
}
