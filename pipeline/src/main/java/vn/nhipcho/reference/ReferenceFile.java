package vn.nhipcho.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** A reference file of the job jar, read whole: comma separated, or tab separated when its name ends in {@code .tsv}. */
public final class ReferenceFile {
    private static final CSVFormat CSV =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final CSVFormat TSV =
            CSV.builder().setDelimiter('\t').setQuote(null).get();

    private ReferenceFile() {}

    /** Rows in the order of the file; columns are read by name. */
    public static List<CSVRecord> rows(String name) {
        try (InputStream in = ReferenceFile.class.getResourceAsStream("/reference/" + name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "reference/" + name + " is not on the class path: build the job jar again");
            }
            var format = name.endsWith(".tsv") ? TSV : CSV;
            return format.parse(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException("reference/" + name + " cannot be read", e);
        }
    }

    /** Text as all lookups compare it: trimmed and in Unicode's composed form. */
    static String normalized(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    }
}
