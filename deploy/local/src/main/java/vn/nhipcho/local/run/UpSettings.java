package vn.nhipcho.local.run;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import vn.nhipcho.local.data.DataDirectory;
import vn.nhipcho.local.engine.EngineSettings;

/**
 * What {@code up} was asked for; null where nothing was.
 *
 * @param sources empty: those of the data directory, of a new one the simulation
 * @param once whether to end when all that the sources hold can be queried
 * @param eventsPerSecond of all sources together; 0: as fast as it goes
 * @param alertRules text of the alert rule file, checked
 * @param lostRecords {@code fail} or {@code skip}, as the jobs take it
 * @param flink address of another Flink's REST; null: run one here, on {@code flinkPort}
 * @param webPort of the preview of the dashboards; 0: any free one
 * @param grafanaPort of the Grafana that is on the machine, if any; 0: any free one
 * @param metricsPort where Prometheus can read Flink's metrics; null: nowhere
 */
public record UpSettings(
        DataDirectory directory,
        List<String> sources,
        boolean once,
        ZoneId zone,
        String currency,
        Long seed,
        Duration disorder,
        double duplicates,
        double eventsPerSecond,
        EngineSettings engines,
        String alertRules,
        String lostRecords,
        String flink,
        int flinkPort,
        Integer metricsPort,
        int webPort,
        int grafanaPort) {}
