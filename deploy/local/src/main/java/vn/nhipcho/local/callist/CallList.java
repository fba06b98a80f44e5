package vn.nhipcho.local.callist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.nhipcho.alert.Severity;
import vn.nhipcho.notifier.Area;
import vn.nhipcho.notifier.Areas;
import vn.nhipcho.notifier.OpenAlert;

/** What of the open alerts is on the list and what is only counted. */
public final class CallList {
    private CallList() {}

    /**
     * @param rule only of this rule; null: of all, those that are for the digest counted only
     * @param area code or name of a district or support unit; null: all
     * @param all also what waits for an agreed call, and without a cap
     */
    public record Wanted(String rule, String area, boolean all) {
        public boolean fits(OpenAlert alert, Area of) {
            return (rule == null || rule.equals(alert.rule())) && (area == null || of.isNamed(area));
        }

        private boolean lists(OpenAlert alert) {
            return rule != null || !alert.isDigestOnly();
        }
    }

    /**
     * @param hidden left out by the cap
     * @param counted by rule: those that are for the digest
     */
    public record Section(Area area, List<OpenAlert> shown, List<OpenAlert> hidden, Map<String, Long> counted) {
        /** Null: nothing is listed. */
        private Severity highest() {
            return shown.isEmpty() ? null : shown.get(0).severity();
        }

        /** Sellers of whom nothing is shown. */
        public int otherSellers() {
            Set<String> sellers = new HashSet<>();
            hidden.forEach(alert -> sellers.add(alert.sellerId()));
            shown.forEach(alert -> sellers.remove(alert.sellerId()));
            return sellers.size();
        }
    }

    /** @param open sorted, the most urgent first */
    public static Map<Area, List<OpenAlert>> byArea(List<OpenAlert> open, Areas areas, Wanted wanted) {
        Map<Area, List<OpenAlert>> byArea = new TreeMap<>();
        for (OpenAlert alert : open) {
            Area area = areas.of(alert);
            if (wanted.fits(alert, area)) {
                byArea.computeIfAbsent(area, a -> new ArrayList<>()).add(alert);
            }
        }
        return byArea;
    }

    /** Areas with an urgent call first, those with nothing to call last; then by name. */
    public static List<Section> sections(Map<Area, List<OpenAlert>> byArea, Wanted wanted, int cap, LocalDate today) {
        Predicate<OpenAlert> awake = alert -> wanted.all() || !alert.isSnoozedOn(today);
        List<Section> sections = new ArrayList<>();
        byArea.forEach((area, alerts) -> {
            List<OpenAlert> listed =
                    alerts.stream().filter(awake).filter(wanted::lists).toList();
            int shown = wanted.all() ? listed.size() : Math.min(cap, listed.size());
            Map<String, Long> counted = alerts.stream()
                    .filter(awake)
                    .filter(alert -> !wanted.lists(alert))
                    .collect(Collectors.groupingBy(OpenAlert::rule, TreeMap::new, Collectors.counting()));
            if (!listed.isEmpty() || !counted.isEmpty()) {
                sections.add(
                        new Section(area, listed.subList(0, shown), listed.subList(shown, listed.size()), counted));
            }
        });
        // Stable: by name within.
        sections.sort(Comparator.comparing(Section::highest, Comparator.nullsFirst(Comparator.naturalOrder()))
                .reversed());
        return sections;
    }
}
