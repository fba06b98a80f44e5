package vn.nhipcho.embedded.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import net.jpountz.lz4.LZ4FrameInputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream.BLOCKSIZE;

/** The HTTP content encodings that are spoken here: lz4 (frames) and gzip. */
final class ContentEncoding {
    private static final List<String> KNOWN = List.of("lz4", "gzip");
    private static final int GZIP_BUFFER = 64 * 1024;

    private ContentEncoding() {}

    /** The best known one of an Accept-Encoding header. */
    static Optional<String> accepted(Optional<String> header) {
        List<String> offered = header.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(offer -> offer.replaceAll(";.*", "").strip())
                .toList();
        return KNOWN.stream().filter(offered::contains).findFirst();
    }

    static OutputStream encode(String encoding, OutputStream out) throws IOException {
        return encoding.equals("lz4")
                ? new LZ4FrameOutputStream(out, BLOCKSIZE.SIZE_256KB)
                : new GZIPOutputStream(out, GZIP_BUFFER);
    }

    static InputStream decode(String encoding, InputStream in) throws IOException {
        return switch (encoding) {
            case "identity" -> in;
            case "lz4" -> new LZ4FrameInputStream(in);
            case "gzip" -> new GZIPInputStream(in, GZIP_BUFFER);
            default ->
                throw new BadRequest(415, "Content-Encoding " + encoding + " is not supported: use lz4, gzip or none");
        };
    }
}
