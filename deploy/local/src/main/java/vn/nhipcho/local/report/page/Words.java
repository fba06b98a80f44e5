package vn.nhipcho.local.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;
import java.util.stream.IntStream;

/** What everything is called in one language. */
public final class Words {
    private final Language language;
    private final Properties words = new Properties();

    public Words(Language language) {
        this.language = language;
        String file = "/report/words_" + language.code() + ".properties";
        try (InputStream in = Words.class.getResourceAsStream(file);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Language language() {
        return language;
    }

    public String of(String key) {
        String word = words.getProperty(key);
        if (word == null) {
            throw new MissingResourceException("no word for " + key, Words.class.getName(), key);
        }
        return word;
    }

    /** With values in the places {@code {0}}, {@code {1}} … */
    public String of(String key, Object... values) {
        return IntStream.range(0, values.length)
                .boxed()
                .reduce(of(key), (text, i) -> text.replace("{" + i + "}", String.valueOf(values[i])), (a, b) -> b);
    }

    /** A code's word, or the code itself where nobody has named it yet. */
    public String orCode(String prefix, String code) {
        return words.getProperty(prefix + code, code);
    }

    Set<String> keys() {
        return words.stringPropertyNames();
    }
}
