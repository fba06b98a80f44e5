package vn.nhipcho.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessZoneTest {
    @ParameterizedTest
    @CsvSource({
        "Asia/Ho_Chi_Minh, 2025-03-10T16:59:59.999Z, 2025-03-10T16:00:00Z",
        // India is half an hour off: its hours begin at half past UTC's.
        "Asia/Kolkata, 2025-03-10T18:29:59Z, 2025-03-10T17:30:00Z",
        "Asia/Kolkata, 2025-03-10T18:30:00Z, 2025-03-10T18:30:00Z",
        // 2018-02-18, 00:00 summer time: the hour from 23:00 is there twice, and each is an hour of its own.
        "America/Sao_Paulo, 2018-02-18T01:30:00Z, 2018-02-18T01:00:00Z",
        "America/Sao_Paulo, 2018-02-18T02:30:00Z, 2018-02-18T02:00:00Z",
        "Asia/Ho_Chi_Minh, 1969-12-31T23:59:59.999Z, 1969-12-31T23:00:00Z"
    })
    void anHourBeginsWhereTheLocalClockSaysSo(String zone, String instant, String hour) {
        long begins = BusinessZone.of(zone).hourOf(Instant.parse(instant).toEpochMilli());
        assertThat(Instant.ofEpochSecond(begins)).isEqualTo(Instant.parse(hour));
    }
}
