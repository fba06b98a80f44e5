package vn.nhipcho.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** Those that move rows; MigrationsIT cuts them off after each statement. */
    private static final Set<Integer> CUT_OFF_IN_MIGRATIONS_IT = Set.of(36);

    @Test
    void listsEveryScriptOfTheFolderInOrderWithoutAGap() throws Exception {
        List<Migration> all = Migrations.all();

        assertThat(all).extracting(m -> m + ".sql").isEqualTo(scriptsOfTheFolder());
        assertThat(all).extracting(Migration::number).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void repeatsSafely() {
        for (Migration migration : Migrations.all()) {
            assertThat(SqlScript.statements(migration.script()))
                    .as(migration.toString())
                    .isNotEmpty()
                    .allMatch(sql -> CUT_OFF_IN_MIGRATIONS_IT.contains(migration.number())
                            || sql.matches("(?s)(CREATE (DATABASE|TABLE) IF NOT EXISTS|CREATE OR REPLACE VIEW) .*"));
        }
    }

    @Test
    void replicatesEveryTableOnACluster() {
        MigrationParameters cluster = new MigrationParameters(ZONE, "VND", "main");
        for (Migration migration : Migrations.all()) {
            String sql = cluster.fillIn(migration.script());

            assertThat(sql).as(migration.toString()).doesNotContain("${").contains("ON CLUSTER 'main'");
            assertThat(sql.replaceAll("Replicated(Replacing)?MergeTree", "")).doesNotContain("MergeTree");
        }
    }

    @Test
    void usesPlainEnginesOnOneNode() {
        MigrationParameters oneNode = MigrationParameters.oneNode(ZONE, "VND");
        for (Migration migration : Migrations.all()) {
            assertThat(oneNode.fillIn(migration.script()))
                    .as(migration.toString())
                    .doesNotContain("${")
                    .doesNotContain("Replicated")
                    .doesNotContain("ON CLUSTER");
        }
    }

    @Test
    void refusesParametersThatWouldBreakOutOfTheScript() {
        assertThatThrownBy(() -> new MigrationParameters(ZONE, "VND", "main' SYNC"))
                .hasMessageContaining("cluster");
        assertThatThrownBy(() -> MigrationParameters.oneNode(ZONE, "dong")).hasMessageContaining("currency");
    }

    private static List<String> scriptsOfTheFolder() throws Exception {
        Path folder =
                Path.of(Migrations.class.getResource("/clickhouse/migrations").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new AssertionError("the migrations are not on the class path as files", e);
        }
    }
}
