package vn.nhipcho.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipcho.fixture.APush.aPush;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.nhipcho.alert.AlertSettings;
import vn.nhipcho.model.AlertRow;
import vn.nhipcho.model.OrderPush;

/** By the standard rule file a feed is silent after 12 hours of its day, 07:00 to 22:00 (UTC here). */
class WatchFeedsTest {
    private static final ZoneId ZONE = ZoneId.of("UTC");
    private static final String ON = AlertSettings.standardYaml();
    private static final String OFF = ON.replace("feed_silent:\n  enabled: true", "feed_silent:\n  enabled: false");

    private KeyedOneInputStreamOperatorTestHarness<String, OrderPush, AlertRow> harness;

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void alertsOnceAFeedIsSilentAndResolvesWithTheNextEvent() throws Exception {
        start(ON, null);
        hear("2090-03-01T07:00:00Z");
        clock("2090-03-01T18:59:59Z");
        assertThat(alerts()).isEmpty();
        clock("2090-03-01T19:00:00Z");
        clock("2090-03-03T00:00:00Z");
        assertThat(alerts()).extracting(AlertRow::state).containsExactly("OPEN");
        hear("2090-03-03T08:00:00Z");
        assertThat(alerts()).extracting(AlertRow::state).containsExactly("RESOLVED");
    }

    @Test
    void aDisabledRuleKeepsNothingAndAlertsNobody() throws Exception {
        start(OFF, null);
        hear("2090-03-01T07:00:00Z");
        clock("2090-03-05T00:00:00Z");

        assertThat(alerts()).isEmpty();
        assertThat(harness.numProcessingTimeTimers()).isZero();
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    @Test
    void aRuleDisabledBetweenTwoAttemptsDoesNotAlertByTheTimersOfTheFirst() throws Exception {
        start(ON, null);
        hear("2090-03-01T07:00:00Z");
        restart(OFF);
        clock("2090-03-05T00:00:00Z");

        assertThat(alerts()).isEmpty();
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    @Test
    void aRuleDisabledWhileAnAlertIsOpenStillResolvesIt() throws Exception {
        start(ON, null);
        hear("2090-03-01T07:00:00Z");
        clock("2090-03-02T00:00:00Z");
        assertThat(alerts()).extracting(AlertRow::state).containsExactly("OPEN");
        restart(OFF);
        hear("2090-03-02T08:00:00Z");
        hear("2090-03-02T09:00:00Z");

        assertThat(alerts()).extracting(AlertRow::state).containsExactly("RESOLVED");
        assertThat(harness.numProcessingTimeTimers()).isZero();
    }

    @Test
    void aRuleEnabledAgainWatchesAgain() throws Exception {
        start(OFF, null);
        hear("2090-03-01T07:00:00Z");
        restart(ON);
        hear("2090-03-02T07:00:00Z");
        clock("2090-03-02T19:00:00Z");

        assertThat(alerts()).extracting(AlertRow::state).containsExactly("OPEN");
    }

    @Test
    void aRuleDisabledAndEnabledAgainBeforeItsTimerIsDueAlertsOnce() throws Exception {
        start(ON, null);
        hear("2090-03-01T07:00:00Z");
        restart(OFF);
        hear("2090-03-01T08:00:00Z");
        restart(ON);
        clock("2090-03-01T20:00:00Z");
        assertThat(alerts()).isEmpty();
        hear("2090-03-02T07:00:00Z");
        clock("2090-03-04T00:00:00Z");

        assertThat(alerts()).extracting(AlertRow::state).containsExactly("OPEN");
    }

    private void start(String ruleFile, OperatorSubtaskState state) throws Exception {
        harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new WatchFeeds(ZONE, ruleFile, () -> 0)), OrderPush::platform, Types.STRING);
        harness.setup();
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
    }

    private void restart(String ruleFile) throws Exception {
        long now = harness.getProcessingTime();
        var state = harness.snapshot(1, now);
        harness.close();
        start(ruleFile, state);
        harness.setProcessingTime(now);
    }

    private void hear(String at) throws Exception {
        clock(at);
        harness.processElement(new StreamRecord<>(aPush().push()));
    }

    private void clock(String at) throws Exception {
        harness.setProcessingTime(Instant.parse(at).toEpochMilli());
    }

    private List<AlertRow> alerts() {
        List<AlertRow> rows = new ArrayList<>(harness.extractOutputValues());
        harness.getOutput().clear();
        return rows;
    }
}
