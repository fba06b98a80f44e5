package vn.nhipcho.totals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
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

    /** A key is found again by its very bytes, in the group that its hash gives. */
    @Test
    void cellsOf010HaveTheBytesAndTheKeyGroupThatTheyHadThen() throws IOException {
        var cells = new ArrayList<String>();
        for (GroupingSet set : GroupingSets.ALL) {
            Cell cell = cellOf(set);
            cells.add(set.name() + " " + HexFormat.of().formatHex(written(cell)) + " "
                    + KeyGroupRangeAssignment.assignToKeyGroup(cell, 720));
        }

        assertThat(cells)
                .contains(
                        "all 0080b8f7840d 3",
                        "platform 0180b8f7840d0c73686f706565 430",
                        "province 0280b8f7840d043933 129",
                        "district 0480b8f7840d0a6d69786564 281",
                        "commune 0880b8f7840d0a3331333639 334",
                        "commodity 1080b8f7840d2264e1bba9612043e1baa77520c490c3ba63 388",
                        "cooperative 2080b8f7840d0c286e6f6e6529 417",
                        "seller_type 4080b8f7840d12484f555345484f4c44 21",
                        "district_commodity 1480b8f7840d0a6d697865642264e1bba9612043e1baa77520c490c3ba63 532",
                        "district_cooperative 2480b8f7840d0a6d697865640c286e6f6e6529 61",
                        "commune_commodity 1880b8f7840d0a33313336392264e1bba9612043e1baa77520c490c3ba63 579",
                        "commodity_cooperative 3080b8f7840d2264e1bba9612043e1baa77520c490c3ba630c286e6f6e6529 346");
    }

    @Test
    void sumsOf010AreStillRead() throws IOException {
        var in = new DataInputDeserializer(HexFormat.of().parseHex("01d40c06020080dac409"));

        TotalState total = TotalStateSerializer.INSTANCE.deserialize(in);

        assertThat(total.version()).isEqualTo(810);
        assertThat(total.measures()).containsExactly(1, 0, 10_000_000);
        assertThat(in.available()).isZero();
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
