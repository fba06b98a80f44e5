package vn.nhipcho.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipcho.notifier.AnOpenAlert.NOW;
import static vn.nhipcho.notifier.AnOpenAlert.called;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.nhipcho.alert.AlertSettings.Sending;
import vn.nhipcho.model.AlertRow;
import vn.nhipcho.notifier.Areas.SupportArea;

class MessagesTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final Instant THREE_DAYS_AGO = NOW.minus(Duration.ofDays(3));

    @Test
    void listsUpToTheCapAndCountsTheRestByRule() throws Exception {
        List<OpenAlert> open = Stream.concat(
                        IntStream.range(0, 5).mapToObj(i -> called("a" + i).build()),
                        Stream.of(
                                called("b").by("seller_quiet_30").build(),
                                called("c")
                                        .by("onboarding_stalled")
                                        .openedAt(THREE_DAYS_AGO)
                                        .build()))
                .sorted(OpenAlert.MOST_URGENT_FIRST)
                .toList();

        JsonNode digest = body(at(NOW).digests(open));

        assertThat(ids(digest)).containsExactly("a0", "a1");
        assertThat(digest.get("counts").toString())
                .isEqualTo("{\"open\":7,\"listed\":2,\"sent_at_once\":0,\"snoozed\":0,"
                        + "\"rest\":{\"onboarding_stalled\":1,\"seller_quiet_30\":1,\"seller_stalled\":3}}");
        assertThat(digest.get("area").toString())
                .isEqualTo("{\"kind\":\"DISTRICT\",\"code\":\"934\",\"name\":\"Huyện Phụng Hiệp\"}");
        assertThat(digest.has("banner")).isFalse();
    }

    @Test
    void sendsEachUrgentAlertByItselfPastTheCapAndTheDigest() throws Exception {
        List<OpenAlert> open = IntStream.range(0, 4)
                .mapToObj(i -> called("u" + i).urgent().build())
                .toList();

        List<Message> urgent = at(NOW).urgent(open);

        assertThat(urgent).extracting(Message::alertId).containsExactly("u0", "u1", "u2", "u3");
        assertThat(urgent.get(0).id())
                .isEqualTo(AlertRow.transitionId(
                        "u0", "OPEN", "URGENT", NOW.minusSeconds(3600).toEpochMilli()));
        JsonNode digest = body(at(NOW).digests(open));
        assertThat(ids(digest)).isEmpty();
        assertThat(digest.get("counts").get("sent_at_once").intValue()).isEqualTo(4);
    }

    @Test
    void leavesOutOldNewsAndWhatWasEnteredLate() throws Exception {
        List<OpenAlert> open = List.of(
                called("late").urgent().enteredLate().build(),
                called("old").urgent().openedAt(THREE_DAYS_AGO).build(),
                called("quiet-late").enteredLate().build());

        assertThat(at(NOW).urgent(open)).isEmpty();
        JsonNode digest = body(at(NOW).digests(open));
        assertThat(ids(digest)).isEmpty();
        assertThat(digest.get("counts").get("rest").get("seller_stalled").intValue())
                .isEqualTo(3);
    }

    @Test
    void sendsAtOnceWhatHasJustBecomeUrgentHoweverLongAgoItOpened() {
        OpenAlert escalated = called("e")
                .by("order_unconfirmed")
                .urgent()
                .openedAt(THREE_DAYS_AGO)
                .changedAt(NOW.minusSeconds(60))
                .build();

        assertThat(at(NOW).urgent(List.of(escalated))).hasSize(1);
    }

    @Test
    void leavesOutWhatWaitsForAnAgreedCallUntilItsDay() throws Exception {
        List<OpenAlert> open = List.of(
                called("u").urgent().nextOn(TODAY.plusDays(1)).build(),
                called("a").nextOn(TODAY.plusDays(1)).build(),
                called("b").nextOn(TODAY).build());

        assertThat(at(NOW).urgent(open)).isEmpty();
        JsonNode digest = body(at(NOW).digests(open));
        assertThat(ids(digest)).containsExactly("b");
        assertThat(digest.get("counts").get("snoozed").intValue()).isEqualTo(2);
    }

    @Test
    void tellsASilentFeedToTheOperatorAndToNoDistrict() {
        OpenAlert feed = called("f").by("feed_silent").in("").urgent().build();

        assertThat(at(NOW).urgent(List.of(feed))).hasSize(1);
        assertThat(at(NOW).digests(List.of(feed))).isEmpty();
    }

    @Test
    void groupsBySupportUnitWhereOneCoversTheSeller() {
        var areas = new Areas(
                Map.of("934", "Huyện Phụng Hiệp"),
                Map.of(),
                List.of(
                        new SupportArea("to-1", "commune", "31396", null, null),
                        new SupportArea("to-2", "cooperative", "HTX-1", TODAY, null),
                        new SupportArea("to-3", "commune", "31399", null, TODAY.minusDays(1))),
                TODAY);

        assertThat(areas.of(called("a").build()).code()).isEqualTo("to-1");
        assertThat(areas.of(called("b").ofCooperative("HTX-1").build()).code()).isEqualTo("to-2");
        assertThat(areas.of(called("c").inCommune("31399").build()).code()).isEqualTo("934");
    }

    @Test
    void hasOneDigestAnAreaAndDayByItsId() {
        List<OpenAlert> open =
                List.of(called("a").build(), called("b").in("935").build());

        List<Message> morning = at(NOW).digests(open);
        List<Message> evening = at(NOW.plus(Duration.ofHours(10))).digests(open);
        List<Message> tomorrow = at(NOW.plus(Duration.ofDays(1))).digests(open);

        assertThat(morning).extracting(Message::id).doesNotHaveDuplicates().hasSize(2);
        assertThat(evening).extracting(Message::id).isEqualTo(ids(morning));
        assertThat(tomorrow).extracting(Message::id).doesNotContainAnyElementsOf(ids(morning));
    }

    @Test
    void waitsForTheTimeOfTheDigestInTheBusinessZone() {
        assertThat(at(Instant.parse("2026-11-24T00:29:59Z")).isDigestDue()).isFalse();
        assertThat(at(Instant.parse("2026-11-24T00:30:00Z")).isDigestDue()).isTrue();
    }

    @Test
    void carriesTheBannerOfSimulatedData() throws Exception {
        var simulated = new Messages(sending(), ZONE, Notifier.BANNER, areas(), NOW);

        assertThat(body(simulated.digests(List.of(called("a").build())))
                        .get("banner")
                        .textValue())
                .isEqualTo("DỮ LIỆU MÔ PHỎNG");
    }

    private static Messages at(Instant now) {
        return new Messages(sending(), ZONE, "", areas(), now);
    }

    private static Sending sending() {
        return new Sending(2, LocalTime.of(7, 30), Duration.ofDays(2));
    }

    private static Areas areas() {
        return new Areas(Map.of("934", "Huyện Phụng Hiệp"), Map.of(), List.of(), TODAY);
    }

    private static JsonNode body(List<Message> messages) throws Exception {
        assertThat(messages).hasSize(1);
        return new ObjectMapper().readTree(messages.get(0).body());
    }

    private static List<String> ids(List<Message> messages) {
        return messages.stream().map(Message::id).toList();
    }

    private static List<String> ids(JsonNode digest) {
        return digest.get("alerts").findValuesAsText("alert_id");
    }
}
