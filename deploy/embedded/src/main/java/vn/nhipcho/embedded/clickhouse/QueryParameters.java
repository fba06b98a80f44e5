package vn.nhipcho.embedded.clickhouse;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Values of {@code {name:Type}} placeholders in the layout that libchdb takes: pointers and lengths, kept reachable. */
final class QueryParameters {
    final long[] nameLengths;
    final long[] valueLengths;
    private final Memory names;
    private final Memory values;
    private final List<Memory> contents;

    QueryParameters(Map<String, String> parameters) {
        List<byte[]> nameBytes = utf8(parameters.keySet());
        List<byte[]> valueBytes = utf8(parameters.values());
        nameLengths = nameBytes.stream().mapToLong(bytes -> bytes.length).toArray();
        valueLengths = valueBytes.stream().mapToLong(bytes -> bytes.length).toArray();
        List<Memory> nameCopies = nameBytes.stream().map(QueryParameters::copy).toList();
        List<Memory> valueCopies =
                valueBytes.stream().map(QueryParameters::copy).toList();
        names = pointers(nameCopies);
        values = pointers(valueCopies);
        contents =
                List.of(nameCopies, valueCopies).stream().flatMap(List::stream).toList();
    }

    int count() {
        return contents.size() / 2;
    }

    Pointer names() {
        return names;
    }

    Pointer values() {
        return values;
    }

    private static List<byte[]> utf8(Collection<String> texts) {
        return texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    }

    private static Memory copy(byte[] bytes) {
        Memory memory = new Memory(bytes.length + 1L);
        memory.write(0, bytes, 0, bytes.length);
        memory.setByte(bytes.length, (byte) 0);
        return memory;
    }

    private static Memory pointers(List<Memory> targets) {
        Memory memory = new Memory((long) Native.POINTER_SIZE * (targets.size() + 1));
        memory.clear();
        for (int i = 0; i < targets.size(); i++) {
            memory.setPointer((long) Native.POINTER_SIZE * i, targets.get(i));
        }
        return memory;
    }
}
