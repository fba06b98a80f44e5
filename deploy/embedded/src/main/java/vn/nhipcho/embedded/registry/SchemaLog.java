package vn.nhipcho.embedded.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The registry's memory: a file of JSON lines that only grows. A line is on the disk before its request is answered. A
 * last line cut short by a crash was never answered and is dropped.
 */
final class SchemaLog implements AutoCloseable {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, null))
            .build();

    private final Path file;
    private final FileChannel channel;

    private SchemaLog(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static SchemaLog open(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean ours = false;
        try {
            ours = channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            ours = false;
        }
        if (!ours) {
            channel.close();
            throw new IOException("schema registry: " + file + " is in use by another registry");
        }
        return new SchemaLog(file, channel);
    }

    /** All entries, oldest first; leaves the file ready to append to. */
    List<Entry> read() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        List<Entry> entries = new ArrayList<>();
        int start = 0;
        for (int end = 0; end < bytes.length; end++) {
            if (bytes[end] == '\n') {
                entries.add(parse(new String(bytes, start, end - start, StandardCharsets.UTF_8), entries.size() + 1));
                start = end + 1;
            }
        }
        channel.truncate(start);
        channel.position(start);
        return entries;
    }

    void append(Entry entry) throws IOException {
        long before = channel.position();
        ByteBuffer line = ByteBuffer.wrap((JSON.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        } catch (IOException e) {
            channel.truncate(before);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private Entry parse(String line, int number) throws IOException {
        try {
            return JSON.readValue(line, Entry.class);
        } catch (JsonProcessingException e) {
            throw new IOException(
                    "schema registry: line " + number + " of " + file + " is damaged; restore the file from a backup",
                    e);
        }
    }
}
