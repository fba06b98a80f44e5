package vn.nhipcho.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import vn.nhipcho.model.CellRow;

class CommittableSerializerTest {
    private static final String ROW_OF_010 =
            "000c73616c65735f686f75726c7900000000000000040000001c00000001000000310000002df00e0a5ed21f10646973"
                    + "7472696374e0bc9a860d0000063933300000000008050004020080c883060000000a00";

    private final CommittableSerializer serializer = new CommittableSerializer();

    @Test
    void readsBackWhatItWrote() throws IOException {
        RowBuffer<CellRow> buffer = new RowBuffer<>(Tables.SALES_HOURLY, 10);
        buffer.add(CellRows.cell(3, 4, 5));
        Committable written = buffer.drain(0).get(0);

        Committable read = serializer.deserialize(serializer.getVersion(), serializer.serialize(written));

        assertThat(read).usingRecursiveComparison().isEqualTo(written);
        assertThat(RowBatch.unpack(read).version(0)).isEqualTo(5);
    }

    /** As a savepoint of release 0.1.0 holds it: a batch of one row, and the highest version of a writer. */
    @Test
    void rowsInFlightOf010AreStillRead() throws IOException {
        Committable read =
                serializer.deserialize(CommittableSerializer.V1, HexFormat.of().parseHex(ROW_OF_010));

        RowBatch rows = RowBatch.unpack(read);
        assertThat(read.table()).isEqualTo("sales_hourly");
        assertThat(read.floor()).isEqualTo(4);
        assertThat(rows.rows()).isEqualTo(1);
        assertThat(rows.version(0)).isEqualTo(5);
        assertThat(rows.printKey(0))
                .startsWith("grouping=district, hour=1751338800, platform=, province=, district=930, ");
        assertThat(new HighestVersion.Serializer().deserialize(1, HexFormat.of().parseHex("0006616f32e0ce40")))
                .isEqualTo(0x0006616f32e0ce40L);
    }

    @Test
    void saysThatASavepointIsOfALaterRelease() {
        assertThatThrownBy(() -> serializer.deserialize(2, new byte[0]))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("later release");
    }
}
