package vn.nhipcho.totals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import vn.nhipcho.model.Cell;
import vn.nhipcho.model.Place;
import vn.nhipcho.totals.GroupingSet.Dimension;

class CellSerializerTest {
    @SuppressWarnings("unused")
    private static final Iterable<GroupingSet> SETS = GroupingSets.ALL;

    @ParameterizedTest
    @FieldSource("SETS")
    void aCellOfAnySetIsReadAsItWasWritten(GroupingSet set) throws IOException {
        Cell cell = cellOf(set);

        assertThat(read(written(cell))).isEqualTo(cell);
    }

    @Test
    void takesOnlyWhatItsSetHas() throws IOException {
        assertThat(written(new Cell("all", 1_750_003_200L, "", "", "", "", "", "", "")))
                .hasSize(6);
        assertThat(written(new Cell("district", 1_750_003_200L, "", "", "934", "", "", "", "")))
                .hasSize(10);
    }

    @Test
    void aSetThatIsGoneIsRefusedAndNotGuessedAt() {
        assertThatThrownBy(() -> read(new byte[] {0b1111111, 0}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("grouping set that this release does not have");
    }

    private static Cell cellOf(GroupingSet set) {
        return new Cell(
                set.name(),
                1_750_003_200L,
                in(set, Dimension.PLATFORM, "shopee"),
                in(set, Dimension.PROVINCE, "93"),
                in(set, Dimension.DISTRICT, Place.MIXED),
                in(set, Dimension.COMMUNE, "31369"),
                in(set, Dimension.COMMODITY, "dứa Cầu Đúc"),
                in(set, Dimension.COOPERATIVE, Place.NONE),
                in(set, Dimension.SELLER_TYPE, "HOUSEHOLD"));
    }

    private static String in(GroupingSet set, Dimension dimension, String value) {
        return set.dimensions().contains(dimension) ? value : "";
    }

    private static byte[] written(Cell cell) throws IOException {
        var out = new DataOutputSerializer(64);
        CellSerializer.INSTANCE.serialize(cell, out);
        return out.getCopyOfBuffer();
    }

    private static Cell read(byte[] bytes) throws IOException {
        var in = new DataInputDeserializer(bytes);
        Cell cell = CellSerializer.INSTANCE.deserialize(in);
        assertThat(in.available()).isZero();
        return cell;
    }
}
