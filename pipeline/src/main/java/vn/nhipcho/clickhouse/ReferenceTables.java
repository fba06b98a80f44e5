package vn.nhipcho.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Loads the release's reference files into ClickHouse, a file only when its content has changed. The new content becomes
 * visible at once, when its load is recorded; what was there before is dropped afterwards.
 */
public final class ReferenceTables {
    static final List<String> NAMES = List.of(
            "admin_units",
            "commodities",
            "unit_conversions",
            "cooperatives",
            "targets",
            "platforms",
            "ocop_certificates",
            "supply_capacity",
            "support_areas",
            "agencies",
            "lunar_days",
            "words");

    private ReferenceTables() {}

    /** The files of the release. Returns the names of the tables whose content has changed. */
    public static List<String> load(ClickHouseConfig config) throws SQLException, IOException {
        return load(config, null);
    }

    /**
     * @param folder a deployment's own files, {@code cooperatives.csv} and so on, with the columns of the release's; one
     *     that is there takes the place of the release's. May be null or not there.
     * @return the names of the tables whose content has changed
     */
    public static List<String> load(ClickHouseConfig config, Path folder) throws SQLException, IOException {
        List<String> changed = new ArrayList<>();
        try (Connection connection = config.connect()) {
            for (String name : NAMES) {
                String csv = read(name, folder);
                if (!Migration.sha256(csv).equals(lastChecksum(connection, name))) {
                    load(connection, name, csv);
                    changed.add(name);
                }
            }
        }
        return changed;
    }

    private static String read(String name, Path folder) throws IOException {
        Path own = folder == null ? null : folder.resolve(name + ".csv");
        if (own != null && Files.exists(own)) {
            return Files.readString(own);
        }
        String file = "/reference/" + name + ".csv";
        try (InputStream in = ReferenceTables.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException("reference file " + file + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String lastChecksum(Connection connection, String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT checksum FROM reference_loads WHERE table_name = ? ORDER BY load DESC LIMIT 1")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    private static void load(Connection connection, String name, String csv) throws SQLException, IOException {
        Map<String, String> types = columnTypes(connection, name);
        types.remove("load");
        long load = nextLoad(connection, name);
        long rows;
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(csv, format)) {
            if (!parser.getHeaderNames().equals(List.copyOf(types.keySet()))) {
                throw new IOException("reference file " + name + ".csv has the columns " + parser.getHeaderNames()
                        + ", its table has " + types.keySet());
            }
            rows = insert(connection, name, parser, types, load);
        }
        record(connection, name, load, Migration.sha256(csv), rows);
        dropOthers(connection, name, load);
    }

    private static long insert(
            Connection connection, String name, CSVParser parser, Map<String, String> types, long load)
            throws SQLException, IOException {
        String values = "?,".repeat(types.size()) + "?";
        long rows = 0;
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + name + " VALUES (" + values + ")")) {
            for (CSVRecord line : parser) {
                int index = 0;
                for (Map.Entry<String, String> column : types.entrySet()) {
                    bind(insert, ++index, column.getValue(), line.get(column.getKey()));
                }
                insert.setLong(++index, load);
                insert.addBatch();
                rows++;
            }
            if (rows > 0) {
                insert.executeBatch();
            }
        } catch (RuntimeException e) {
            throw new IOException(
                    "reference file " + name + ".csv, record " + parser.getRecordNumber() + ": " + e.getMessage(), e);
        }
        return rows;
    }

    private static void bind(PreparedStatement insert, int index, String type, String value) throws SQLException {
        if (type.startsWith("Nullable(") && value.isEmpty()) {
            insert.setNull(index, Types.NULL);
        } else if (type.contains("Date32")) {
            insert.setObject(index, LocalDate.parse(value));
        } else if (type.contains("Decimal")) {
            insert.setBigDecimal(index, new BigDecimal(value));
        } else if (type.contains("Int")) {
            insert.setInt(index, Integer.parseInt(value));
        } else {
            insert.setString(index, value);
        }
    }

    private static Map<String, String> columnTypes(Connection connection, String name) throws SQLException {
        Map<String, String> types = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT name, type FROM system.columns WHERE database = 'market_raw' AND table = ? ORDER BY position")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    types.put(row.getString(1), row.getString(2));
                }
            }
        }
        return types;
    }

    private static long nextLoad(Connection connection, String name) throws SQLException {
        // Above what an interrupted load may have left behind as well.
        String sql =
                "SELECT 1 + greatest((SELECT max(load) FROM reference_loads WHERE table_name = '%s'),".formatted(name)
                        + " (SELECT max(load) FROM " + name + "))";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void record(Connection connection, String name, long load, String checksum, long rows)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO reference_loads (table_name, load, checksum, row_count) SELECT ?, ?, ?, ?")) {
            insert.setString(1, name);
            insert.setLong(2, load);
            insert.setString(3, checksum);
            insert.setLong(4, rows);
            insert.execute();
        }
    }

    private static void dropOthers(Connection connection, String name, long load) throws SQLException {
        List<String> others = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row =
                    statement.executeQuery("SELECT DISTINCT partition_id FROM system.parts WHERE active AND"
                            + " database = 'market_raw' AND table = '" + name + "' AND partition_id != '" + load
                            + "'")) {
                while (row.next()) {
                    others.add(row.getString(1));
                }
            }
            for (String partition : others) {
                statement.execute("ALTER TABLE " + name + " DROP PARTITION ID '" + partition + "'");
            }
        }
    }
}
