package vn.nhipcho.local.health;

import java.util.List;
import java.util.Map;

/**
 * What one check found. Says what to do and does not do it.
 *
 * @param facts by the names under which they are told
 * @param problems why figures do not come; empty when all is well
 * @param warnings what somebody should look at while figures come all the same
 */
public record Finding(Map<String, Object> facts, List<Remark> problems, List<Remark> warnings) {
    /** What is the case, and what a person is to do about it. */
    public record Remark(String what, String toDo) {}

    static Finding well(Map<String, Object> facts) {
        return new Finding(facts, List.of(), List.of());
    }

    static Finding problem(Map<String, Object> facts, String what, String toDo) {
        return new Finding(facts, List.of(new Remark(what, toDo)), List.of());
    }
}
