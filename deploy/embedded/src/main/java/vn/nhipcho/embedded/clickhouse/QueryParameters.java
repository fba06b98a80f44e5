package vn.nhipcho.embedded.clickhouse;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Values of {@code {name:Type}} placeholders in the layout that libchdb takes; native memory until it is closed. */
final class QueryParameters implements AutoCloseable {
    final long[] nameLengths;
    final long[] valueLengths;
    final Pointer names;
    final Pointer values;
    private final List<Memory> owned = new ArrayList<>();

    QueryParameters(Map<String, String> parameters) {
        List<byte[]> nameBytes = utf8(parameters.keySet());
        List<byte[]> valueBytes = utf8(parameters.values());
        nameLengths = nameBytes.stream().mapToLong(bytes -> bytes.length).toArray();
        valueLengths = valueBytes.stream().mapToLong(bytes -> bytes.length).toArray();
        names = pointers(nameBytes);
        values = pointers(valueBytes);
    }

    int count() {
        return nameLengths.length;
    }

    private static List<byte[]> utf8(Collection<String> texts) {
        return texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    }

    private Pointer pointers(List<byte[]> contents) {
        Memory pointers = own((long) Native.POINTER_SIZE * (contents.size() + 1));
        for (int i = 0; i < contents.size(); i++) {
            byte[] bytes = contents.get(i);
            Memory copy = own(bytes.length + 1L);
            copy.write(0, bytes, 0, bytes.length);
            pointers.setPointer((long) Native.POINTER_SIZE * i, copy);
        }
        return pointers;
    }

    private Memory own(long size) {
        Memory memory = new Memory(size);
        memory.clear();
        owned.add(memory);
        return memory;
    }

    @Override
    public void close() {
        owned.forEach(Memory::close);
    }
}
