package vn.nhipcho.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * What a release left behind: its schema, the rows of its tables and the savepoints of its jobs, taken in the middle of a
 * stream of events. Written once by {@link WriteRelease}, never edited.
 */
public record Release(Path folder) {
    private static final Path ALL = Path.of("src/test/resources/releases");

    public static List<Release> all() {
        try (var folders = Files.list(ALL)) {
            return folders.filter(folder -> !folder.endsWith("events"))
                    .sorted()
                    .map(Release::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Release named(String version) {
        return new Release(ALL.resolve(version));
    }

    /** Events that a savepoint of every release has behind it, has in flight, and has before it. */
    static Path events(String part) {
        return ALL.resolve("events").resolve(part + ".jsonl.gz");
    }

    public String schema() throws IOException {
        return Files.readString(folder.resolve("schema.sql"));
    }

    /** Text with a header line by table. */
    public Map<String, String> rows() throws IOException {
        var rows = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(Files.newInputStream(folder.resolve("tables.zip")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                rows.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
            }
        }
        return rows;
    }

    /** A job's savepoint, unpacked. */
    Path savepoint(String job, Path into) throws IOException {
        Path savepoint = Files.createDirectories(into.resolve(job));
        try (var zip = new ZipInputStream(Files.newInputStream(folder.resolve(job + ".zip")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.copy(zip, savepoint.resolve(entry.getName()));
            }
        }
        return savepoint;
    }

    void write(String schema, Map<String, String> rows, Map<String, Path> savepoints) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("schema.sql"), schema);
        var texts = new LinkedHashMap<String, byte[]>();
        rows.forEach((table, text) -> texts.put(table, text.getBytes(UTF_8)));
        zip("tables.zip", texts);
        for (var savepoint : savepoints.entrySet()) {
            var files = new LinkedHashMap<String, byte[]>();
            try (var list = Files.list(savepoint.getValue())) {
                for (Path file : list.sorted().toList()) {
                    files.put(file.getFileName().toString(), Files.readAllBytes(file));
                }
            }
            zip(savepoint.getKey() + ".zip", files);
        }
    }

    private void zip(String name, Map<String, byte[]> files) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            zip.setLevel(9);
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
