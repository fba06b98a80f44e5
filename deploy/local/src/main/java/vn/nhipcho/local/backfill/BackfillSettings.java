package vn.nhipcho.local.backfill;

import java.time.Duration;
import java.util.List;
import vn.nhipcho.clickhouse.MigrationParameters;
import vn.nhipcho.clickhouse.Span;
import vn.nhipcho.importer.SourceSpec;

/**
 * What a backfill is asked for.
 *
 * @param period what is compared and corrected; rebuilt is always everything, since an order's events lie where they will
 * @param sources files to rebuild from; none: the history in ClickHouse
 * @param seed of a source that simulates
 * @param compareOnly change nothing
 * @param settle longer than an insert of the live job takes
 */
public record BackfillSettings(
        Span period,
        List<SourceSpec> sources,
        long seed,
        boolean compareOnly,
        Duration settle,
        MigrationParameters parameters) {}
