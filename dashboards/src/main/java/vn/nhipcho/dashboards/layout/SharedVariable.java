package vn.nhipcho.dashboards.layout;

import java.util.Map;

/** A variable that dashboards may have, the same in each. */
public sealed interface SharedVariable {
    String name();

    Text label();

    /** Its options come from the database: value and text. */
    record Query(String name, Text label, String sql, boolean isMulti, boolean hasAll, boolean isHidden)
            implements SharedVariable {}

    /** Its options are a fixed list: value → text. */
    record Choice(String name, Text label, Map<String, Text> options, String chosen) implements SharedVariable {}

    /** Nobody chooses it or sees it. */
    record Constant(String name, Text value) implements SharedVariable {
        @Override
        public Text label() {
            return Text.NONE;
        }
    }
}
