package vn.nhipcho.marketplace;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.nhipcho.model.OrderStatus;
import vn.nhipcho.reference.ReferenceFile;

/**
 * Maps the status a marketplace writes to the canonical one, by {@code order_status_map.tsv}. Canonical names are
 * accepted from every platform, since some publish no interface of their own. It does not judge whether a step from one
 * status to the next makes sense: marketplaces do step back.
 */
public final class StatusMap {
    private static final Set<String> NOT_A_PLATFORM = Set.of("canonical", "terminal", "vi_label");

    private final Map<String, Map<String, OrderStatus>> byPlatform = new HashMap<>();
    private final Map<String, OrderStatus> canonical = new HashMap<>();

    private StatusMap() {}

    public static StatusMap load() {
        var map = new StatusMap();
        for (var row : ReferenceFile.rows("order_status_map.tsv")) {
            var status = OrderStatus.valueOf(row.get("canonical"));
            map.canonical.put(key(status.name()), status);
            row.toMap().forEach((column, cell) -> {
                if (!NOT_A_PLATFORM.contains(column) && !cell.isEmpty()) {
                    map.add(column, List.of(cell.split(";")), status);
                }
            });
        }
        return map;
    }

    /** {@code UNKNOWN} for what no row tells; never null. */
    public OrderStatus canonical(String platform, String statusRaw) {
        String key = key(statusRaw);
        var own = byPlatform.getOrDefault(platform, Map.of()).get(key);
        return own != null ? own : canonical.getOrDefault(key, OrderStatus.UNKNOWN);
    }

    private void add(String platform, List<String> raws, OrderStatus status) {
        for (String raw : raws) {
            var other = byPlatform
                    .computeIfAbsent(platform, name -> new HashMap<>())
                    .put(key(raw), status);
            if (other != null) {
                throw new IllegalStateException("order_status_map.tsv: " + platform + " has '" + raw + "' under "
                        + other + " and " + status + "; a status has one meaning");
            }
        }
    }

    private static String key(String raw) {
        return raw.strip().toLowerCase(Locale.ROOT);
    }
}
