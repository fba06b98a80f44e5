package vn.nhipcho.seller;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import vn.nhipcho.model.Attribution;
import vn.nhipcho.model.Place;

class PartPlacementSerializerTest {
    private static final PartPlacement PLACED = new PartPlacement(
            "shopee",
            "đơn-1",
            1_750_000_000_000L,
            1_750_003_200_000L,
            List.of("p-1", "p-2"),
            new Attribution(new Place("93", Place.MIXED, "31369"), "HTX-07", "HOUSEHOLD"),
            Map.of("p-1", "KHOM"));
    private static final PartPlacement BARE =
            new PartPlacement("tiki", "2", null, 1_750_003_200_000L, List.of(), Attribution.UNKNOWN, Map.of());

    @Test
    void placementsOf010AreStillRead() throws IOException {
        assertThat(read("010c73686f7065650ec491c6a16e2d3180c08dc5ee6501ffcf86030406702d3106702d320439330a6d69"
                        + "7865640a33313336390c4854582d303712484f555345484f4c440206702d31084b484f4d"))
                .isEqualTo(PLACED);
        assertThat(read("010874696b69023280c08dc5ee6500000e756e6b6e6f776e0e756e6b6e6f776e0e756e6b6e6f776e0e75"
                        + "6e6b6e6f776e0e756e6b6e6f776e00"))
                .isEqualTo(BARE);
    }

    @Test
    void aPlacementIsReadAsItWasWritten() throws IOException {
        assertThat(read(written(PLACED))).isEqualTo(PLACED);
        assertThat(read(written(BARE))).isEqualTo(BARE);
    }

    private static String written(PartPlacement part) throws IOException {
        var out = new DataOutputSerializer(64);
        PartPlacementSerializer.INSTANCE.serialize(part, out);
        return HexFormat.of().formatHex(out.getCopyOfBuffer());
    }

    private static PartPlacement read(String hex) throws IOException {
        var in = new DataInputDeserializer(HexFormat.of().parseHex(hex));
        PartPlacement part = PartPlacementSerializer.INSTANCE.deserialize(in);
        assertThat(in.available()).isZero();
        return part;
    }
}
