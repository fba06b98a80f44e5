package vn.nhipcho.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import vn.nhipcho.model.CellRow;

class CommittableSerializerTest {
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

    @Test
    void saysThatASavepointIsOfALaterRelease() {
        assertThatThrownBy(() -> serializer.deserialize(2, new byte[0]))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("later release");
    }
}
