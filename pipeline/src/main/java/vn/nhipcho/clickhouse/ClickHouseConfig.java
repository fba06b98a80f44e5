package vn.nhipcho.clickhouse;

import java.io.Serializable;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * How to reach ClickHouse and how much to send at once. The databases are part of the product's contract and no
 * setting: {@link #RAW} holds what jobs write, {@link #VIEWS} what everybody reads, {@link #SHADOW} what a backfill makes.
 *
 * @param url {@code http://host:port} or {@code https://host:port}
 * @param caFile PEM file of the certificate authorities to trust instead of the JVM's, where the connection is opened;
 *     null: the JVM's
 * @param connectTimeout how long to wait for a connection
 * @param requestTimeout how long to wait for an answer; also bounds how long a cancelled job hangs on one insert
 * @param maxBatchRows rows an insert; ClickHouse likes tens of thousands, memory sets the limit
 * @param maxBufferBytes encoded rows that one writer holds between two checkpoints before it slows its input down; each
 *     table has one in each subtask, so all of them together must fit into the heap; too low and a job that catches up
 *     crawls until each checkpoint
 * @param database that rows are written to: {@link #RAW}, or {@link #SHADOW} while a period is rebuilt
 */
public record ClickHouseConfig(
        URI url,
        String user,
        Secret password,
        String caFile,
        Duration connectTimeout,
        Duration requestTimeout,
        int maxBatchRows,
        long maxBufferBytes,
        String database)
        implements Serializable {
    public static final String RAW = "market_raw";
    public static final String VIEWS = "market";
    public static final String SHADOW = "market_shadow";
    public static final String CA_FILE_VARIABLE = "NHIP_CHO_CA_FILE";
    public static final long DEFAULT_BUFFER_BYTES = 128L << 20;

    public ClickHouseConfig {
        List<String> problems = new ArrayList<>();
        if (url == null
                || url.getHost() == null
                || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
            problems.add("url must be http(s)://host:port, is " + url);
        } else if (url.getUserInfo() != null) {
            problems.add("url must not carry a user or password; the password belongs in a file or the environment");
        }
        if (user == null || user.isBlank()) {
            problems.add("user must not be empty (ClickHouse's own default is 'default')");
        }
        if (password == null) {
            problems.add("password must say where it is found, or Secret.NONE");
        }
        mustBePositive("connectTimeout", connectTimeout, problems);
        mustBePositive("requestTimeout", requestTimeout, problems);
        if (maxBatchRows < 1) {
            problems.add("maxBatchRows must be at least 1, is " + maxBatchRows);
        }
        if (maxBufferBytes < 1 << 20) {
            problems.add("maxBufferBytes must be at least 1 MiB, is " + maxBufferBytes);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("ClickHouse settings: " + String.join("; ", problems));
        }
    }

    /** User {@code default} without a password: the embedded engine, or a ClickHouse on the loopback. */
    public static ClickHouseConfig at(String url) {
        return at(url, "default", Secret.NONE);
    }

    public static ClickHouseConfig at(String url, String user, Secret password) {
        return new ClickHouseConfig(
                URI.create(url),
                user,
                password,
                null,
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                50_000,
                DEFAULT_BUFFER_BYTES,
                RAW);
    }

    public ClickHouseConfig withMaxBufferBytes(long bytes) {
        return new ClickHouseConfig(
                url, user, password, caFile, connectTimeout, requestTimeout, maxBatchRows, bytes, database);
    }

    /** The tables that a backfill makes, which have the names of those it is to replace. */
    public ClickHouseConfig ofShadow() {
        return in(SHADOW);
    }

    /** Tables of another database with the names of those of {@link #RAW}. */
    public ClickHouseConfig in(String database) {
        return new ClickHouseConfig(
                url, user, password, caFile, connectTimeout, requestTimeout, maxBatchRows, maxBufferBytes, database);
    }

    /** For statements that read or write a whole table. */
    ClickHouseConfig withRequestTimeout(Duration timeout) {
        return new ClickHouseConfig(
                url, user, password, caFile, connectTimeout, timeout, maxBatchRows, maxBufferBytes, database);
    }

    private ClickHouseConfig withCaFile(String file) {
        return new ClickHouseConfig(
                url, user, password, file, connectTimeout, requestTimeout, maxBatchRows, maxBufferBytes, database);
    }

    /**
     * User and password from {@code NHIP_CHO_CLICKHOUSE_USER}, {@code …_PASSWORD_FILE} or {@code …_PASSWORD}, the
     * certificate authorities from {@value #CA_FILE_VARIABLE}.
     */
    public static ClickHouseConfig fromEnvironment(String url, Map<String, String> environment) {
        String prefix = "NHIP_CHO_CLICKHOUSE_";
        String file = environment.get(prefix + "PASSWORD_FILE");
        Secret password = file != null
                ? Secret.inFile(Path.of(file))
                : environment.containsKey(prefix + "PASSWORD")
                        ? Secret.inEnvironment(prefix + "PASSWORD")
                        : Secret.NONE;
        return at(url, environment.getOrDefault(prefix + "USER", "default"), password)
                .withCaFile(environment.get(CA_FILE_VARIABLE));
    }

    /** Opens a connection whose unqualified names are of {@link #database}. */
    public Connection connect() throws SQLException {
        return connect(database);
    }

    /** For rows of which each key is there once: ClickHouse need not look for others before it writes them. */
    Connection connectToInsert() throws SQLException {
        return connect(propertiesToInsert());
    }

    Properties propertiesToInsert() {
        Properties properties = properties(database);
        properties.setProperty("clickhouse_setting_optimize_on_insert", "0");
        return properties;
    }

    Connection connect(String database) throws SQLException {
        return connect(properties(database));
    }

    private Properties properties(String database) {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password.read());
        properties.setProperty("database", database);
        properties.setProperty("connection_timeout", Long.toString(connectTimeout.toMillis()));
        properties.setProperty("socket_timeout", Long.toString(requestTimeout.toMillis()));
        if (caFile != null) {
            properties.setProperty("sslrootcert", caFile);
        }
        // Retries are ours: with backoff, counted and visible.
        properties.setProperty("retry", "0");
        properties.setProperty("beta.row_binary_for_simple_insert", "true");
        // An insert is answered only when its rows are there: a checkpoint relies on it.
        properties.setProperty("clickhouse_setting_async_insert", "0");
        return properties;
    }

    private Connection connect(Properties properties) throws SQLException {
        // Not through DriverManager: it would keep the job's class loader alive after the job has ended.
        try {
            Connection connection = new com.clickhouse.jdbc.Driver().connect("jdbc:clickhouse:" + url, properties);
            if ("https".equals(url.getScheme())) {
                shakeHands(connection);
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            throw new SQLException(distrust(e).orElseGet(e::getMessage), null, ErrorVerdicts.codeOf(e), e);
        }
    }

    /** The driver does so at its first statement only, far from where it can be said whose certificate is meant. */
    private static void shakeHands(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeQuery("SELECT 1").close();
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** What to do when it was TLS that failed; empty when it was something else. */
    public Optional<String> distrust(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(SSLException.class::isInstance)
                .findFirst()
                .map(tls -> ("no TLS with ClickHouse at %s (%s): %s must name a PEM file with the authority of its"
                                + " certificate, which must be for that host; it %s")
                        .formatted(
                                url,
                                tls.getMessage(),
                                CA_FILE_VARIABLE,
                                caFile == null ? "is not set" : "names " + caFile));
    }

    private static void mustBePositive(String name, Duration value, List<String> problems) {
        if (value == null || value.isZero() || value.isNegative()) {
            problems.add(name + " must be longer than zero, is " + value);
        }
    }
}
