package vn.nhipcho.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcho.importer.SourceSpec;
import vn.nhipcho.local.WrongUse;
import vn.nhipcho.local.data.DataDirectory;
import vn.nhipcho.local.data.Deployment;
import vn.nhipcho.local.engine.EngineSettings;

class PlanTest {
    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");

    @TempDir
    Path folder;

    private DataDirectory directory;
    private String orders;

    @BeforeEach
    void makeASource() throws IOException {
        directory = new DataDirectory(folder.resolve("data"));
        orders = "jsonl:" + Files.createFile(folder.resolve("orders.jsonl"));
    }

    @Test
    void setsANewDirectoryUpForTheFirstSourcesCurrency() {
        Plan plan = plan(List.of("none", "agmarknet:" + folder, orders), null, null, null);

        assertThat(plan.deployment())
                .isEqualTo(new Deployment(
                        Deployment.FORMAT,
                        "Asia/Ho_Chi_Minh",
                        "INR",
                        NOW.toString(),
                        1,
                        false,
                        List.of("agmarknet:" + folder, orders)));
    }

    @Test
    void simulatesWhereNothingElseIsAskedFor() {
        Plan plan = plan(List.of(), null, null, 7L);

        assertThat(plan.sources()).extracting(SourceSpec::toString).containsExactly("simulation");
        assertThat(plan.deployment().simulated()).isTrue();
        assertThat(plan.deployment().currency()).isEqualTo("VND");
        assertThat(plan.deployment().seed()).isEqualTo(7);
    }

    @Test
    void goesOnWithWhatTheDirectoryWasFedWith() {
        directory.save(plan(List.of(orders), "UTC", "EUR", null).deployment());

        Plan next = plan(List.of(), null, null, null);

        assertThat(next.sources()).extracting(SourceSpec::toString).containsExactly(orders);
        assertThat(next.deployment()).isEqualTo(directory.deployment().orElseThrow());
        assertThat(next.zone()).isEqualTo(ZoneId.of("UTC"));
    }

    @Test
    void refusesAnotherZoneAndCurrencyTogether() {
        directory.save(plan(List.of(orders), null, null, null).deployment());

        assertThatThrownBy(() -> plan(List.of(orders), "America/Sao_Paulo", "BRL", null))
                .isInstanceOf(WrongUse.class)
                .hasMessage(directory.root() + " was made for zone Asia/Ho_Chi_Minh, not America/Sao_Paulo and currency"
                        + " VND, not BRL; take another --data-dir");
    }

    @Test
    void refusesASourceOfAnotherCurrency() {
        directory.save(plan(List.of(orders), null, null, null).deployment());

        assertThatThrownBy(() -> plan(List.of("agmarknet:" + folder), null, null, null))
                .isInstanceOf(WrongUse.class)
                .hasMessageContaining("currency VND, not INR");
    }

    @Test
    void refusesAnotherSeasonInASimulatedDirectory() {
        directory.save(plan(List.of(), null, null, 1L).deployment());

        assertThatThrownBy(() -> plan(List.of(), null, null, 2L))
                .isInstanceOf(WrongUse.class)
                .hasMessageContaining("the season of seed 1, not 2");
    }

    private Plan plan(List<String> sources, String zone, String currency, Long seed) {
        return Plan.of(
                new UpSettings(
                        directory,
                        sources,
                        false,
                        zone == null ? null : ZoneId.of(zone),
                        currency,
                        seed,
                        Duration.ZERO,
                        0,
                        0,
                        new EngineSettings(null, null, null, 0, 0, 0),
                        null,
                        "fail",
                        null,
                        0,
                        null,
                        0,
                        0),
                NOW);
    }
}
