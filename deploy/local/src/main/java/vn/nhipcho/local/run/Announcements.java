package vn.nhipcho.local.run;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import vn.nhipcho.importer.SourceSpec;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.check.StartCheck;
import vn.nhipcho.local.clickhouse.ClickHouseHttp;
import vn.nhipcho.local.clickhouse.SqlRefused;
import vn.nhipcho.local.data.DataDirectory;
import vn.nhipcho.local.grafana.LocalGrafana;
import vn.nhipcho.local.web.WebServer;

/** What {@code up} tells a person. */
final class Announcements {
    private static final int SUMMARY_ATTEMPTS = 5;
    private static final Duration SUMMARY_ANSWER = Duration.ofMinutes(1);

    private Announcements() {}

    static void checked(StartCheck check) {
        System.out.println("Checked: " + check.findings() + ". Nothing is left to download.");
    }

    static void plan(DataDirectory directory, Plan plan) {
        String sources = plan.sources().stream().map(SourceSpec::toString).collect(Collectors.joining(", "));
        System.out.printf(
                "Data in %s · zone %s · currency %s · source %s%n",
                directory.root(),
                plan.deployment().zone(),
                plan.deployment().currency(),
                sources.isEmpty() ? "none" : sources);
        if (plan.deployment().simulated()) {
            System.out.println("*** DỮ LIỆU MÔ PHỎNG · SIMULATED DATA: no figure here is of a real seller ***");
        }
    }

    /** @param grafana null: there is none */
    static void addresses(Stack stack, WebServer dashboards, LocalGrafana grafana) {
        var running = stack.running();
        System.out.printf(Locale.ROOT, "Started in %.1f s%n", Watch.seconds());
        System.out.println("  ClickHouse  " + running.clickhouse());
        System.out.println("  Kafka       " + running.kafka());
        System.out.println("  Registry    " + running.registry());
        System.out.println("  Flink       " + running.flink());
        System.out.println("  Dashboards  " + dashboards.url());
        System.out.println("  Health      " + dashboards.url() + "/health");
        if (grafana != null) {
            System.out.println("  Grafana     " + grafana.url() + "  (answers in some seconds)");
        }
        stack.restoredFrom().forEach((job, point) -> System.out.println("The job " + job + " goes on from " + point));
    }

    static void noGrafana(String reason) {
        System.out.println("Grafana is not started, " + reason);
    }

    static void mind(List<String> remarks) {
        remarks.forEach(remark -> System.out.println("Mind: " + remark));
    }

    static void stopping() {
        System.out.println("Stopping: what is under way is handed over first (Ctrl-C again ends at once)");
    }

    /** Printed when all is done: a ClickHouse that does not answer just now takes nothing back of what it holds. */
    static void summary(ClickHouseHttp clickhouse, OptionalDouble firstRows) throws InterruptedException {
        summary(clickhouse.answeringWithin(SUMMARY_ANSWER), firstRows, Duration.ofSeconds(3));
    }

    static void summary(ClickHouseHttp clickhouse, OptionalDouble firstRows, Duration pause)
            throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                System.out.println(
                        new Summary(Figures.read(clickhouse), Figures.rows(clickhouse), Watch.seconds(), firstRows));
                return;
            } catch (Failure | SqlRefused e) {
                if (attempt == SUMMARY_ATTEMPTS) {
                    System.out.println(
                            "All is handed over; no summary, since ClickHouse does not tell it now: " + e.getMessage());
                    return;
                }
                Thread.sleep(pause.toMillis());
            }
        }
    }
}
