package vn.nhipcho.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipcho.fixture.APush.aPush;
import static vn.nhipcho.fixture.AnAccount.anAccount;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.nhipcho.alert.AlertSettings;
import vn.nhipcho.model.AlertRow;
import vn.nhipcho.model.OrderStatus;

/** Buyers cannot order on a marketplace any more, while it still tells of old orders: its sellers stall at once. */
class MassOutageIT {
    private static final int ACCOUNTS = 60_000;
    private static final int STALLED = ACCOUNTS / 5;
    private static final Instant FIRST_ORDER = Instant.parse("2024-06-01T02:00:00Z");
    private static final String LONG_AFTER = "2024-08-01T00:00:00Z";

    /** The rule file without the fixed rules, which would open as many more. */
    private static final String ONLY_STALLED =
            AlertSettings.standardYaml().replaceAll("(name: seller_quiet_\\d+\n    enabled: )true", "$1false");

    @Test
    void twelveThousandSellersThatStallAtOneBarrierAreToldOnceEach() throws Exception {
        try (SellerFlow flow = SellerFlow.start(ONLY_STALLED)) {
            for (int seller = 0; seller < ACCOUNTS; seller++) {
                flow.accept(anAccount().by("seller-" + seller).event());
            }
            flow.barrier();
            for (int order = 0; order < 4; order++) {
                order(flow, order, FIRST_ORDER.plus(Duration.ofDays(2L * order)));
                flow.barrier();
            }
            assertThat(flow.transitions).isEmpty();

            flow.clock("shopee", Instant.parse(LONG_AFTER).toEpochMilli());
            flow.barrier();
            assertThat(flow.transitions).hasSize(STALLED).allSatisfy(row -> {
                assertThat(row.about().rule()).isEqualTo("seller_stalled");
                assertThat(row.state()).isEqualTo("OPEN");
            });
            assertThat(flow.transitions.stream()
                            .map(row -> row.about().alertId())
                            .collect(Collectors.toSet()))
                    .hasSize(STALLED);
            assertThat(flow.alerts).hasSize(STALLED);

            int held = flow.heldEntries();
            flow.barrier();
            flow.clock("shopee", Instant.parse(LONG_AFTER).plusSeconds(3600).toEpochMilli());
            flow.barrier();
            assertThat(flow.transitions).as("told once").hasSize(STALLED);
            assertThat(flow.heldEntries()).as("nothing grows while they stand").isEqualTo(held);

            order(flow, 4, Instant.parse(LONG_AFTER).plus(Duration.ofDays(1)));
            flow.barrier();
            assertThat(flow.transitions).as("one opening and one end each").hasSize(2 * STALLED);
            assertThat(flow.alerts.values()).extracting(AlertRow::state).containsOnly("RESOLVED");
        }
    }

    private static void order(SellerFlow flow, int number, Instant at) throws Exception {
        for (int seller = 0; seller < STALLED; seller++) {
            flow.accept(aPush().of("order-" + seller + '-' + number)
                    .by("seller-" + seller)
                    .is(OrderStatus.COMPLETED)
                    .at(at.toString())
                    .placedAt(at.toString())
                    .event());
        }
    }
}
