package vn.nhipcho.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.nhipcho.alert.AlertSettings.FeedSilent;
import vn.nhipcho.alert.AlertSettings.Limit;
import vn.nhipcho.alert.AlertSettings.Limit.Unit;
import vn.nhipcho.alert.AlertSettings.OnboardingStalled;
import vn.nhipcho.alert.AlertSettings.OrderUnconfirmed;
import vn.nhipcho.alert.AlertSettings.SellerQuiet;
import vn.nhipcho.alert.AlertSettings.SellerStalled;
import vn.nhipcho.alert.AlertSettings.Sending;

class AlertSettingsTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @Test
    void standardFileSaysWhatItsCommentsSay() {
        var settings = AlertSettings.standard(ZONE);

        assertThat(settings.orderUnconfirmed())
                .isEqualTo(new OrderUnconfirmed(
                        true,
                        "support-unit",
                        Severity.WARNING,
                        0.5,
                        Duration.ofHours(4),
                        Map.of(
                                "lazada", new Limit(24, Unit.HOURS),
                                "tiktok_shop", new Limit(2, Unit.WORKING_DAYS),
                                "tiki", Limit.PER_ORDER)));
        assertThat(settings.sellerStalled())
                .isEqualTo(new SellerStalled(
                        true, "support-unit", Severity.WARNING, 0.85, 0.85, 3.8, 775, 2, Duration.ofDays(7)));
        assertThat(settings.sellerQuiet())
                .containsExactly(
                        new SellerQuiet("seller_quiet_30", true, "support-unit", Severity.NOTICE, 30, 2),
                        new SellerQuiet("seller_quiet_60", true, "support-unit", Severity.NOTICE, 60, 2));
        assertThat(settings.onboardingStalled())
                .isEqualTo(new OnboardingStalled(true, "programme-office", Severity.NOTICE, 30, 14, 30));
        assertThat(settings.feedSilent())
                .isEqualTo(new FeedSilent(
                        true,
                        "operator",
                        Severity.URGENT,
                        Duration.ofHours(12),
                        LocalTime.of(7, 0),
                        LocalTime.of(22, 0),
                        Map.of()));
        assertThat(settings.sending()).isEqualTo(new Sending(10, LocalTime.of(7, 30), Duration.ofDays(2)));
        assertThat(settings.workingCalendar().lastYear()).isEqualTo(2035);
    }

    @Test
    void limitsEndByTheCalendar() {
        var settings = AlertSettings.standard(ZONE);
        var calendar = settings.workingCalendar();
        var limits = settings.orderUnconfirmed();
        var saturday = Instant.parse("2026-03-14T03:00:00Z");

        assertThat(limits.limitOf("lazada").after(saturday, calendar)).contains(Instant.parse("2026-03-15T03:00:00Z"));
        assertThat(limits.limitOf("tiktok_shop").after(saturday, calendar))
                .contains(Instant.parse("2026-03-17T03:00:00Z"));
        assertThat(limits.limitOf("tiki").after(saturday, calendar)).isEmpty();
        assertThat(limits.limitOf("voso").after(saturday, calendar)).isEmpty();
    }

    @Test
    void seasonsOfTheFileTakeTheirPlaceBeforeTheReferences() {
        long june = Instant.parse("2026-06-10T00:00:00Z").toEpochMilli();

        assertThat(AlertSettings.standard(ZONE)
                        .seasons()
                        .of(Set.of("SAU_RIENG"))
                        .inSeason(june))
                .isFalse();
        assertThat(with("  commodities: {}", "  commodities: {SAU_RIENG: 5-15..6-20}")
                        .seasons()
                        .of(Set.of("SAU_RIENG"))
                        .inSeason(june))
                .isTrue();
    }

    @Test
    void staysTheSameOnItsWayToAnotherMachine() throws IOException, ClassNotFoundException {
        var settings = AlertSettings.standard(ZONE);
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(settings);
        }
        AlertSettings copy;
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            copy = (AlertSettings) in.readObject();
        }
        long june = Instant.parse("2026-06-10T00:00:00Z").toEpochMilli();

        assertThat(copy.orderUnconfirmed()).isEqualTo(settings.orderUnconfirmed());
        assertThat(copy.seasons().of(Set.of("SAU_RIENG")).inSeason(june)).isFalse();
        assertThat(copy.seasons().of(Set.of()).inSeason(june)).isTrue();
    }

    @Test
    void aBrokenFileNamesEveryProblemWithItsLineAndPath() throws IOException {
        assertThat(problemsOf(resource("/alerts/broken-rules.yaml")))
                .containsExactlyElementsOf(
                        resource("/alerts/broken-rules.problems.txt").lines().toList());
    }

    @ParameterizedTest
    @MethodSource("linesWithAValue")
    void everyValueOfTheFileIsNeeded(int line) {
        var lines = new ArrayList<>(AlertSettings.standardYaml().lines().toList());
        String key = lines.get(line).strip().replaceAll("^- |:.*", "");
        lines.set(line, lines.get(line).replaceFirst(key, "no_such_key"));

        assertThat(problemsOf(String.join("\n", lines)))
                .anyMatch(problem -> problem.contains("no_such_key: no such key"))
                .anyMatch(problem -> problem.contains("." + key + ": is missing"));
    }

    static IntStream linesWithAValue() {
        var lines = AlertSettings.standardYaml().lines().toList();
        return IntStream.range(0, lines.size())
                .filter(line -> lines.get(line).matches(" +(- )?[a-z_]+: ?.*"))
                .filter(line -> !lines.get(line).matches("    (lazada|tiktok_shop|tiki): .*"));
    }

    @Test
    void textThatIsNoYamlIsOneProblem() {
        assertThat(problemsOf("order_unconfirmed: [1, 2\nseasons: {"))
                .singleElement()
                .asString()
                .contains("is not YAML");
        assertThat(problemsOf("- a")).containsExactly("line 1, the file: must be sections of 'key: value' lines");
        assertThat(problemsOf("")).hasSize(8);
    }

    private static AlertSettings with(String line, String instead) {
        assertThat(AlertSettings.standardYaml()).contains(line);
        return AlertSettings.parse(AlertSettings.standardYaml().replace(line, instead), ZONE);
    }

    private static String resource(String name) throws IOException {
        try (var in = AlertSettingsTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> problemsOf(String yaml) {
        return catchThrowableOfType(AlertSettingsException.class, () -> AlertSettings.parse(yaml, ZONE))
                .problems();
    }
}
