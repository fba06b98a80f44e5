package vn.nhipcho.local.report;

import java.sql.SQLException;
import java.util.List;
import vn.nhipcho.local.report.figures.Measures;
import vn.nhipcho.local.report.figures.Platforms;
import vn.nhipcho.local.report.figures.Platforms.Platform;
import vn.nhipcho.local.report.figures.Platforms.Succession;
import vn.nhipcho.local.report.figures.ReportDatabase;
import vn.nhipcho.local.report.period.Period;

/**
 * This period against the same a year earlier, over the marketplaces that were connected in both. One that became another
 * counts with it in both.
 *
 * @param marketplaces connected in both; empty: there is nothing to compare with
 * @param current of those alone
 * @param isOfAll whether those are all that have sent anything until the period's end
 */
record Comparison(List<Succession> marketplaces, boolean isOfAll, Measures current, Measures lastYear) {

    static Comparison read(ReportDatabase database, Period period, Platforms all) throws SQLException {
        Period before = period.lastYear().orElse(null);
        List<Succession> both = before == null ? List.of() : all.throughout(before);
        if (both.isEmpty()) {
            return new Comparison(List.of(), false, null, null);
        }
        long connected = all.successions().stream()
                .filter(succession -> succession.isConnectedOn(period.to()))
                .count();
        List<String> ids = both.stream()
                .flatMap(succession -> succession.platforms().stream())
                .map(Platform::id)
                .toList();
        return new Comparison(
                both,
                both.size() == connected,
                Measures.read(database, period, ids),
                Measures.read(database, before, ids));
    }

    boolean isPossible() {
        return !marketplaces.isEmpty();
    }
}
