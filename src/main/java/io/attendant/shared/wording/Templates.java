package io.attendant.shared.wording;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences of a language by their keys, with {@code {name}} where a value goes. Immutable. */
final class Templates {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private final String name;
    private final Map<String, String> texts;

    private Templates(String name, Map<String, String> texts) {
        this.name = name;
        this.texts = texts;
    }

    /** @param family the path of the data files on the class path, without language and ending */
    static Templates of(String family, Language language) {
        String name = family + "." + language + ".properties";
        return new Templates(name, TextFile.read(name));
    }

    Set<String> keys() {
        return texts.keySet();
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    /** @throws IllegalStateException if there is no such key, or a value is missing */
    String fill(String key, Map<String, String> values) {
        String text = find(key).orElseThrow(() -> new IllegalStateException(name + ": no " + key));
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String value = values.get(matcher.group(1));
            if (value == null) {
                throw new IllegalStateException(name + ": " + key + " needs " + matcher.group(1));
            }
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(filled).toString();
    }
}
