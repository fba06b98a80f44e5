package vn.nhipcho.local.command;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.nhipcho.local.Logs;
import vn.nhipcho.local.data.DataDirectory;
import vn.nhipcho.local.engine.ReachedClickHouse;

/** Which ClickHouse a short command speaks to. */
final class ClickHouseOptions {
    @Mixin
    private DataDirOption dataDir;

    @Option(
            names = "--clickhouse",
            paramLabel = "URL",
            description = "A ClickHouse elsewhere, http(s)://host:port. Without it: the stack that runs on the data "
                    + "directory, or an engine started on it for this command. User and password come from "
                    + "NHIP_CHO_CLICKHOUSE_USER and NHIP_CHO_CLICKHOUSE_PASSWORD_FILE, the authority of its certificate "
                    + "from NHIP_CHO_CA_FILE.")
    private String url;

    DataDirectory directory() {
        return dataDir.directory();
    }

    ReachedClickHouse reach(String command) throws InterruptedException {
        if (url != null) {
            Logs.nowhere();
            return ReachedClickHouse.at(url);
        }
        Logs.into(directory());
        return ReachedClickHouse.on(directory(), command);
    }

    /** As {@link #reach}, and a directory that is not there yet is made. */
    ReachedClickHouse reachOrCreate(String command) throws InterruptedException {
        if (url != null || directory().isUsed()) {
            return reach(command);
        }
        Logs.into(directory());
        return ReachedClickHouse.onAny(directory(), command);
    }
}
