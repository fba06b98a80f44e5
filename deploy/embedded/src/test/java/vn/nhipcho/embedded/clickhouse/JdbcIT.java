package vn.nhipcho.embedded.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The unmodified ClickHouse JDBC driver against the embedded engine. */
class JdbcIT {
    private static final String DISTRICT = "Huyện Phụng Hiệp – xã Hiệp Hưng; 'OCOP' \\ 4★\t\n";
    private static final BigInteger LARGE = new BigInteger("18446744073709551615");
    private static final Instant AT = Instant.parse("2025-07-01T00:00:00.123Z");
    private static final UUID ID = UUID.fromString("61f0c404-5cb3-11e7-907b-a6006ad3dba0");

    @TempDir
    static Path dir;

    private static EmbeddedClickHouse engine;

    @BeforeAll
    static void start() throws Exception {
        engine = EmbeddedClickHouse.start(dir);
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void storesAndReturnsEveryUsualType(boolean rowBinary) throws SQLException {
        try (Connection connection = connect(rowBinary);
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE OR REPLACE TABLE usual (name String, at DateTime64(3, 'UTC'), amount Decimal(18, 2),
                      seller Nullable(String), tags Array(String), large UInt64, ocop Bool, id UUID, part LowCardinality(String))
                    ENGINE = MergeTree ORDER BY at""");
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO usual (name, at, amount, seller, tags, large, ocop, id, part) VALUES (?,?,?,?,?,?,?,?,?)")) {
                insert.setString(1, DISTRICT);
                insert.setObject(2, AT.atOffset(ZoneOffset.UTC));
                insert.setBigDecimal(3, new BigDecimal("9999999999999999.99"));
                insert.setString(4, null);
                insert.setObject(5, new String[] {"khóm", "chanh không hạt"});
                insert.setObject(6, LARGE);
                insert.setBoolean(7, true);
                insert.setObject(8, ID);
                insert.setString(9, "mít");
                insert.addBatch();
                assertThat(insert.executeBatch()).hasSize(1);
            }
            try (ResultSet row = statement.executeQuery("SELECT * FROM usual")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString("name")).isEqualTo(DISTRICT);
                assertThat(row.getObject("at", OffsetDateTime.class).toInstant())
                        .isEqualTo(AT);
                assertThat(row.getBigDecimal("amount")).isEqualTo("9999999999999999.99");
                assertThat(row.getString("seller")).isNull();
                assertThat((Object[]) row.getArray("tags").getArray()).containsExactly("khóm", "chanh không hạt");
                assertThat(row.getObject("large", BigInteger.class)).isEqualTo(LARGE);
                assertThat(row.getBoolean("ocop")).isTrue();
                assertThat(row.getObject("id", UUID.class)).isEqualTo(ID);
                assertThat(row.getString("part")).isEqualTo("mít");
                assertThat(row.next()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void insertsLargeBatchesWhole(boolean rowBinary) throws SQLException {
        int rows = 20_000;
        try (Connection connection = connect(rowBinary);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE OR REPLACE TABLE lines (id UInt64, name String) ENGINE = MergeTree ORDER BY id");
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO lines (id, name) VALUES (?, ?)")) {
                for (int i = 0; i < rows; i++) {
                    insert.setLong(1, i);
                    insert.setString(2, "đơn hàng; số\n\n" + i);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            try (ResultSet row =
                    statement.executeQuery("SELECT count(), uniq(name), countIf(name LIKE '%;%') FROM lines")) {
                row.next();
                assertThat(row.getLong(1)).isEqualTo(rows);
                assertThat(row.getLong(3)).isEqualTo(rows);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            60  | SELECT * FROM nowhere
            62  | SELEC 1
            6   | SELECT toInt8('một')
            47  | SELECT no_such_column FROM system.one
            241 | SELECT groupArray(number) FROM numbers(100000000) SETTINGS max_memory_usage = 1000000
            """)
    void reportsTheEnginesErrorCodes(int code, String sql) throws SQLException {
        try (Connection connection = connect(false);
                Statement statement = connection.createStatement()) {
            SQLException error = catchThrowableOfType(SQLException.class, () -> statement.executeQuery(sql));
            assertThat(error.getErrorCode()).isEqualTo(code);
            assertThat(error.getMessage()).contains("Code: " + code + ". DB::Exception: ");
        }
    }

    @Test
    void describesTheServer() throws SQLException {
        try (Connection connection = connect(false);
                ResultSet row = connection.createStatement().executeQuery("SELECT timezone(), currentDatabase()")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("UTC");
            assertThat(row.getString(2)).isEqualTo("default");
            assertThat(connection.getMetaData().getDatabaseProductVersion()).startsWith("26.");
            assertThat(connection
                            .getMetaData()
                            .getTables(null, "system", "one", null)
                            .next())
                    .isTrue();
        }
    }

    @Test
    void bindsParametersAndReadsFromAnotherDatabase() throws SQLException {
        try (Connection connection = connect(false);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS market");
            statement.execute(
                    "CREATE OR REPLACE VIEW market.of_day AS SELECT {day:Date} AS day, number FROM numbers(3)");
        }
        String url = engine.jdbcUrl().replace("/default", "/market");
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement select = connection.prepareStatement(
                        "SELECT count() FROM of_day(day = '2025-07-01') WHERE number > ?")) {
            select.setInt(1, 0);
            ResultSet row = select.executeQuery();
            row.next();
            assertThat(row.getLong(1)).isEqualTo(2);
        }
    }

    private static Connection connect(boolean rowBinary) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("beta.row_binary_for_simple_insert", Boolean.toString(rowBinary));
        return DriverManager.getConnection(engine.jdbcUrl(), properties);
    }
}
