package vn.nhipcho.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** One numbered script of DDL; its checksum is over the script as it stands, before parameters are filled in. */
record Migration(int number, String name, String script) {
    private static final String FOLDER = "/clickhouse/migrations/";

    static Migration read(String fileName) {
        try (InputStream in = Migration.class.getResourceAsStream(FOLDER + fileName)) {
            if (in == null) {
                throw new IllegalStateException("migration " + fileName + " is listed and not in the jar");
            }
            return new Migration(
                    Integer.parseInt(fileName.substring(0, 4)),
                    fileName.substring(5, fileName.length() - ".sql".length()),
                    new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read migration " + fileName, e);
        }
    }

    String checksum() {
        return sha256(script);
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "%04d_%s".formatted(number, name);
    }
}
