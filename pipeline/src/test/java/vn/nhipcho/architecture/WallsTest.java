package vn.nhipcho.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls between the packages of the pipeline; each rule says why it stands. */
@AnalyzeClasses(packages = "vn.nhipcho", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {
    @ArchTest
    static final ArchRule MODEL_KNOWS_ONLY_THE_JDK = classes()
            .that()
            .resideInAPackage("vn.nhipcho.model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "vn.nhipcho.model..")
            .because("every other package and every release's state is built on it");

    @ArchTest
    static final ArchRule RULES_KNOW_NO_ENGINE = noClasses()
            .that()
            .resideInAnyPackage(
                    "vn.nhipcho.ledger..",
                    "vn.nhipcho.totals..",
                    "vn.nhipcho.seller..",
                    "vn.nhipcho.alert..",
                    "vn.nhipcho.ingest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "vn.nhipcho.clickhouse..",
                    "vn.nhipcho.registry..",
                    "vn.nhipcho.topology..",
                    "org.apache.kafka..",
                    "com.clickhouse..")
            .because("where events come from and rows go to is handed in, so that tests and replays share the rules");

    @ArchTest
    static final ArchRule IMPORTERS_AND_SIMULATION_RUN_WITHOUT_FLINK = noClasses()
            .that()
            .resideInAnyPackage("vn.nhipcho.importer..", "vn.nhipcho.simulation..", "vn.nhipcho.reference..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.flink..")
            .because("they run in the command line and next to a marketplace's export, where no Flink is");

    @ArchTest
    static final ArchRule THE_NOTIFIER_KNOWS_NEITHER_FLINK_NOR_KAFKA = noClasses()
            .that()
            .resideInAPackage("vn.nhipcho.notifier..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.flink..", "org.apache.kafka..", "vn.nhipcho.watch..", "vn.nhipcho.topology..")
            .because(
                    "it reads what checkpoints have committed, from ClickHouse alone, and is stopped and started by itself");

    @ArchTest
    static final ArchRule THE_CLICKHOUSE_SIDE_HOLDS_NO_RULE = noClasses()
            .that()
            .resideInAPackage("vn.nhipcho.clickhouse..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("vn.nhipcho.ledger..", "vn.nhipcho.totals..", "vn.nhipcho.seller..")
            .because("reconcile must find what the rules got wrong, so it may share nothing with them");

    @ArchTest
    static final ArchRule NO_STAND_IN_ENGINE = noClasses()
            .that()
            .resideInAnyPackage("vn.nhipcho.job..", "vn.nhipcho.topology..", "vn.nhipcho.clickhouse..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("vn.nhipcho.embedded..")
            .because("what is embedded never enters the job jar");

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE = slices().matching("vn.nhipcho.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a reader finds the room for a thing by going one way");
}
