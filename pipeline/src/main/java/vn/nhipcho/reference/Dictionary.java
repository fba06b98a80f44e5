package vn.nhipcho.reference;

import java.util.HashMap;
import java.util.Map;

/**
 * What codes are called in front of people, of {@code words.csv}: rules, causes, next steps, stages and so on. It knows no
 * names of places, commodities or marketplaces, which have files of their own.
 */
public final class Dictionary {
    private record Key(String kind, String code) {}

    private static final Map<Key, String> VIETNAMESE = vietnamese();

    private Dictionary() {}

    /** The code itself where the file has no word for it. */
    public static String vietnamese(String kind, String code) {
        return VIETNAMESE.getOrDefault(new Key(kind, code), code);
    }

    private static Map<Key, String> vietnamese() {
        Map<Key, String> words = new HashMap<>();
        ReferenceFile.rows("words.csv")
                .forEach(row -> words.put(new Key(row.get("kind"), row.get("code")), row.get("name_vi")));
        return Map.copyOf(words);
    }
}
