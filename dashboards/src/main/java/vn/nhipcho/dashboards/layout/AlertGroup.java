package vn.nhipcho.dashboards.layout;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Alert rules that are asked together, one file a group. */
public record AlertGroup(String name, String folder, Duration interval, List<AlertRule> rules) {
    /**
     * @param sources the directory with a file a group and a directory of SQL beside it
     * @throws LayoutException with everything that is wrong
     */
    public static List<AlertGroup> read(Path sources, Layouts layouts) {
        return new AlertReader(sources, layouts).read();
    }
}
