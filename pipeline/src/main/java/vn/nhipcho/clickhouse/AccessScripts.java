package vn.nhipcho.clickhouse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Sets up who may do what in ClickHouse: runs the SQL scripts of a folder in the order of their names. In them
 * {@code ${sha256:NAME}} stands for the SHA-256 of the password in the file NAME, so that no password gets into SQL, nor
 * into ClickHouse's log of queries. Every script can be repeated: a password is changed by changing its file and running
 * the scripts again.
 */
public final class AccessScripts {
    private static final Pattern PASSWORD = Pattern.compile("\\$\\{sha256:([a-z_]+)}");
    private static final int SHORTEST_PASSWORD = 16;

    private AccessScripts() {}

    /** Returns the names of the scripts that it ran. */
    public static List<String> apply(ClickHouseConfig config, Path scripts, Path secrets)
            throws SQLException, IOException {
        List<Path> files = files(scripts);
        // All before the first runs: a password that is missing must not leave the half of the users.
        List<String> filled = files.stream()
                .map(AccessScripts::read)
                .map(script -> fillIn(script, name -> password(secrets.resolve(name))))
                .toList();
        try (Connection connection = config.connect("default");
                Statement statement = connection.createStatement()) {
            for (String script : filled) {
                for (String sql : SqlScript.statements(script)) {
                    statement.execute(sql);
                }
            }
        }
        return files.stream().map(file -> file.getFileName().toString()).toList();
    }

    /** @param passwords the password of each name */
    static String fillIn(String script, UnaryOperator<String> passwords) {
        return PASSWORD.matcher(script)
                .replaceAll(found -> Matcher.quoteReplacement(Migration.sha256(passwords.apply(found.group(1)))));
    }

    private static List<Path> files(Path scripts) throws IOException {
        try (Stream<Path> files = Files.list(scripts)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException("there is no script in " + scripts);
            }
            return found;
        }
    }

    private static String read(Path script) {
        try {
            return Files.readString(script, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read the script " + script, e);
        }
    }

    private static String password(Path file) {
        String password = Secret.inFile(file).read();
        if (password.length() < SHORTEST_PASSWORD) {
            throw new IllegalArgumentException(
                    "the password in %s is shorter than %d characters; write a random one, as with 'openssl rand -hex 24'"
                            .formatted(file, SHORTEST_PASSWORD));
        }
        return password;
    }
}
