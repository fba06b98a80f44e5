package vn.nhipcho.state;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import vn.nhipcho.model.Attribution;
import vn.nhipcho.model.Place;

/**
 * The fields of compact forms. Whole numbers are zigzag varints (one byte up to 63, as in Avro), texts are UTF-8 after their
 * length; where null is allowed a text's length is one more and 0 means null.
 */
public final class Fields {
    private Fields() {}

    @FunctionalInterface
    public interface Writer<T> {
        void write(T value, DataOutputView out) throws IOException;
    }

    @FunctionalInterface
    public interface Reader<T> {
        T read(DataInputView in) throws IOException;
    }

    public static void writeLong(long value, DataOutputView out) throws IOException {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            out.writeByte((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    public static long readLong(DataInputView in) throws IOException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = in.readByte();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        throw new IOException("a number of more than ten bytes: the state is broken");
    }

    private static int readCount(DataInputView in) throws IOException {
        return Math.toIntExact(readLong(in));
    }

    public static void writeText(String text, DataOutputView out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        writeLong(bytes.length, out);
        out.write(bytes);
    }

    public static String readText(DataInputView in) throws IOException {
        return readText(readCount(in), in);
    }

    private static String readText(int length, DataInputView in) throws IOException {
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public static void writeNullableText(String text, DataOutputView out) throws IOException {
        if (text == null) {
            out.writeByte(0);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        writeLong(bytes.length + 1L, out);
        out.write(bytes);
    }

    public static String readNullableText(DataInputView in) throws IOException {
        int length = readCount(in);
        return length == 0 ? null : readText(length - 1, in);
    }

    /** Null, or a number as its distance from another, which is short where both are times of one order. */
    public static void writeNullableLong(Long value, long from, DataOutputView out) throws IOException {
        out.writeBoolean(value != null);
        if (value != null) {
            writeLong(value - from, out);
        }
    }

    public static Long readNullableLong(long from, DataInputView in) throws IOException {
        return in.readBoolean() ? Long.valueOf(from + readLong(in)) : null;
    }

    /** Numbers that look random, such as hashes: eight bytes each. */
    public static void writeHashes(long[] hashes, DataOutputView out) throws IOException {
        writeLong(hashes.length, out);
        for (long hash : hashes) {
            out.writeLong(hash);
        }
    }

    public static long[] readHashes(DataInputView in) throws IOException {
        long[] hashes = new long[readCount(in)];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = in.readLong();
        }
        return hashes;
    }

    public static void writeLongs(long[] values, DataOutputView out) throws IOException {
        writeLong(values.length, out);
        for (long value : values) {
            writeLong(value, out);
        }
    }

    public static long[] readLongs(DataInputView in) throws IOException {
        long[] values = new long[readCount(in)];
        for (int i = 0; i < values.length; i++) {
            values[i] = readLong(in);
        }
        return values;
    }

    public static <T> void writeList(List<T> list, Writer<T> item, DataOutputView out) throws IOException {
        writeLong(list.size(), out);
        for (T value : list) {
            item.write(value, out);
        }
    }

    public static <T> List<T> readList(Reader<T> item, DataInputView in) throws IOException {
        int size = readCount(in);
        var list = new ArrayList<T>(size);
        for (int i = 0; i < size; i++) {
            list.add(item.read(in));
        }
        return list;
    }

    public static void writeTexts(Map<String, String> map, DataOutputView out) throws IOException {
        writeLong(map.size(), out);
        for (var entry : map.entrySet()) {
            writeText(entry.getKey(), out);
            writeText(entry.getValue(), out);
        }
    }

    public static Map<String, String> readTexts(DataInputView in) throws IOException {
        int size = readCount(in);
        var map = new HashMap<String, String>();
        for (int i = 0; i < size; i++) {
            map.put(readText(in), readText(in));
        }
        return map;
    }

    public static void writeAttribution(Attribution attribution, DataOutputView out) throws IOException {
        writeText(attribution.place().province(), out);
        writeText(attribution.place().district(), out);
        writeText(attribution.place().commune(), out);
        writeText(attribution.cooperative(), out);
        writeText(attribution.sellerType(), out);
    }

    public static Attribution readAttribution(DataInputView in) throws IOException {
        var place = new Place(readText(in), readText(in), readText(in));
        return new Attribution(place, readText(in), readText(in));
    }

    /** One byte: the value's place in a list that only ever grows at its end, or 255 for null. */
    public static <T> void writeCode(T value, List<T> codes, DataOutputView out) throws IOException {
        int code = value == null ? 0xFF : codes.indexOf(value);
        if (code < 0) {
            throw new IllegalStateException(value + " has no code in " + codes);
        }
        out.writeByte(code);
    }

    public static <T> T readCode(List<T> codes, DataInputView in) throws IOException {
        int code = in.readUnsignedByte();
        return code == 0xFF ? null : codes.get(code);
    }
}
