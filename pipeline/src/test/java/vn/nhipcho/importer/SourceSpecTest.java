package vn.nhipcho.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceSpecTest {
    @TempDir
    Path folder;

    @Test
    void saysWhichKindsThereAre() {
        assertThatThrownBy(() -> SourceSpec.parse("excel:x"))
                .isInstanceOf(SourceException.class)
                .hasMessageContainingAll("unknown source 'excel'", "jsonl:PATH", "olist:DIR", "agmarknet:DIR", "none");
    }

    @Test
    void saysHowAKindIsWritten() {
        assertThatThrownBy(() -> SourceSpec.parse("olist")).hasMessageContaining("write it as olist:DIR");
        assertThatThrownBy(() -> SourceSpec.parse("olist: ")).hasMessageContaining("write it as olist:DIR");
        assertThatThrownBy(() -> SourceSpec.parse("none:x")).hasMessageContaining("write it as none");
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        assertThatThrownBy(() -> SourceSpec.parse("olist:" + folder.resolve("nowhere")))
                .hasMessageContaining("there is nothing at " + folder.resolve("nowhere"));
        assertThatThrownBy(() -> open("agmarknet")).hasMessageContaining("no .csv file in " + folder);
        assertThatThrownBy(() -> open("jsonl")).hasMessageContaining("no .jsonl or .jsonl.gz file in " + folder);

        Files.writeString(folder.resolve("olist_orders_dataset.csv"), "order_id,customer_id\n");
        assertThatThrownBy(() -> open("olist"))
                .hasMessageContainingAll(
                        "olist_order_items_dataset.csv", "olist_sellers_dataset.csv", "olist_products_dataset.csv");
        assertThatThrownBy(() -> open("agmarknet"))
                .hasMessageContainingAll("olist_orders_dataset.csv", "no column 'State Name'", "order_id,customer_id");
        assertThatThrownBy(() -> SourceSpec.parse("olist:" + folder.resolve("olist_orders_dataset.csv")))
                .hasMessageContaining("is not a folder");
    }

    @Test
    void readsAsItWasWritten() {
        var spec = SourceSpec.parse("jsonl:" + folder);

        assertThat(spec).hasToString("jsonl:" + folder);
        assertThat(spec.kind().currency()).isEqualTo("VND");
        assertThat(SourceSpec.parse("none")).hasToString("none");
    }

    private Importer open(String kind) throws IOException {
        return Collected.open(kind + ":" + folder, ZoneOffset.UTC);
    }
}
