package vn.nhipcho.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportedFiguresIT {
    private static Engine engine;

    @BeforeAll
    static void start(@TempDir Path dataDir) throws Exception {
        engine = Engine.startMigrated(dataDir);
        ReferenceTables.load(engine.config());
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void showsOfEachFigureTheOneAsOfTheLatestDayInItsLatestImport() throws Exception {
        for (String row : new String[] {
            "'training_turns', '2022-07', '93', 'voso', 120, 'first', '2022-07-15'",
            "'training_turns', '2022-07', '93', 'voso', 125, 'corrected', '2022-08-01'",
            "'training_turns', '2022-07', '93', 'voso', 126, 'corrected, typed right', '2022-08-01'",
            "'training_turns', '2022-07', '93', 'voso', 119, 'found late', '2022-07-10'",
            "'training_turns', '2022-07', '93', 'buudien', 40, 'first', '2022-07-15'"
        }) {
            engine.execute("INSERT INTO market_raw.reported_figures"
                    + " (indicator, period, place, platform, value, document, as_of) VALUES (" + row + ")");
        }

        assertThat(engine.query("SELECT platform, value, document FROM market.reported_figures ORDER BY platform"))
                .containsExactly("buudien|40.00|first", "voso|126.00|corrected, typed right");
    }

    @Test
    void namesAgenciesWithoutGapOrOverlapAtAnyDay() throws Exception {
        assertThat(engine.query("""
                        SELECT role, countIf(valid_from IS NULL), countIf(valid_to IS NULL),
                               arraySum((f, t) -> f != t + 1,
                                   arraySort(groupArrayIf(toInt32(valid_from), valid_from IS NOT NULL)),
                                   arraySort(groupArrayIf(toInt32(valid_to), valid_to IS NOT NULL)))
                        FROM market.agencies GROUP BY role ORDER BY role"""))
                .containsExactly("area|1|1|0", "committee|1|1|0", "department|1|1|0", "ministry|1|1|0");
    }
}
