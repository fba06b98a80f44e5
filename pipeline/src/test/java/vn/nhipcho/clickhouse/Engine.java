package vn.nhipcho.clickhouse;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import vn.nhipcho.embedded.clickhouse.EmbeddedClickHouse;
import vn.nhipcho.embedded.clickhouse.ServerOptions;

/** An embedded ClickHouse of one test class, with plain answers: a row is its values as text, joined by {@code |}. */
final class Engine implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    static final MigrationParameters PARAMETERS = MigrationParameters.oneNode(ZONE, "VND");

    private final ServerOptions options;
    private EmbeddedClickHouse clickHouse;
    private Connection connection;

    private Engine(ServerOptions options) throws IOException {
        this.clickHouse = EmbeddedClickHouse.start(options);
        this.options = options.withPort(clickHouse.httpPort());
    }

    static Engine start(Path dataDir) throws IOException {
        return new Engine(ServerOptions.at(dataDir));
    }

    static Engine startMigrated(Path dataDir) throws IOException, SQLException {
        Engine engine = start(dataDir);
        Migrations.apply(engine.config(), PARAMETERS);
        return engine;
    }

    ClickHouseConfig config() {
        return ClickHouseConfig.at(clickHouse.url());
    }

    void startAfresh() throws SQLException {
        execute("DROP DATABASE IF EXISTS market SYNC", "DROP DATABASE IF EXISTS market_raw SYNC");
    }

    /** Ends the engine as a power cut would. */
    void kill() {
        ProcessHandle process = ProcessHandle.of(clickHouse.pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** On the same directory and port. */
    void startAgain() throws IOException {
        clickHouse.close();
        clickHouse = EmbeddedClickHouse.start(options);
        connection = null;
    }

    void execute(String... statements) throws SQLException {
        try (Statement statement = connection().createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection().createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    values.add(String.valueOf(result.getString(column)));
                }
                rows.add(String.join("|", values));
            }
        }
        return rows;
    }

    String one(String sql) throws SQLException {
        return query(sql).get(0);
    }

    private Connection connection() throws SQLException {
        if (connection == null) {
            connection = config().connect("default");
        }
        return connection;
    }

    @Override
    public void close() {
        clickHouse.close();
    }
}
