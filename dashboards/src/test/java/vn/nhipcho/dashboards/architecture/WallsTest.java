package vn.nhipcho.dashboards.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls around and between the packages of the dashboards; each rule says why it stands. */
@AnalyzeClasses(packages = "vn.nhipcho.dashboards", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {
    @ArchTest
    static final ArchRule DASHBOARDS_KNOW_NO_JOB_AND_NO_ENGINE = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "com.fasterxml.jackson..", "vn.nhipcho.dashboards..")
            .because("they render in seconds, and what serves them must not bring Flink along");

    @ArchTest
    static final ArchRule THE_EXPANSION_KNOWS_ONLY_THE_JDK = classes()
            .that()
            .resideInAPackage("vn.nhipcho.dashboards.sql..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "vn.nhipcho.dashboards.sql..")
            .because("tests and the preview expand the same SQL, wherever it came from");

    @ArchTest
    static final ArchRule READERS_OF_RENDERED_DASHBOARDS_KNOW_NO_LAYOUT = noClasses()
            .that()
            .resideInAnyPackage("vn.nhipcho.dashboards.rendered..", "vn.nhipcho.dashboards.lint..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("vn.nhipcho.dashboards.layout..", "vn.nhipcho.dashboards.render..")
            .because("they judge what Grafana gets, not what was meant");
}
