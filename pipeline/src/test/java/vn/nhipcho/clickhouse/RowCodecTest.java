package vn.nhipcho.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RowCodecTest {
    @Property
    void readsBackEveryNumberAndText(@ForAll long number, @ForAll String text, @ForAll long last) {
        RowOutput out = new RowOutput();
        out.writeLong(number);
        out.writeText(text);
        out.writeByte(1);
        out.writeLong(last);
        RowInput in = new RowInput(out.toByteArray());

        assertThat(in.readLong()).isEqualTo(number);
        // A lone surrogate has no UTF-8: what comes back is what ClickHouse would hold.
        assertThat(in.readText())
                .isEqualTo(new String(
                        text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        java.nio.charset.StandardCharsets.UTF_8));
        assertThat(in.readByte()).isEqualTo(1);
        assertThat(in.readLong()).isEqualTo(last);
    }
}
