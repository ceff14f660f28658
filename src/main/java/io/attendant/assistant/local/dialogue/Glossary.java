package io.attendant.assistant.local.dialogue;

import io.attendant.shared.SearchText;
import io.attendant.shared.wording.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * Common shop words in English, for shops whose catalogue and articles are in English while the shopper is not. Immutable.
 */
final class Glossary {
    /** Languages that write compounds as one word. */
    private static final Set<Language> COMPOUNDING = Set.of(Language.de, Language.nl);

    private static final int SHORTEST_PART = 4;
    /** No word of a language is longer; this bounds the work for hostile ones. */
    private static final int LONGEST = 60;

    private final Map<Language, Map<String, String>> words = new EnumMap<>(Language.class);

    private Glossary() {
        for (Language language : Language.values()) {
            words.put(language, language == Language.en ? Map.of() : read(language));
        }
    }

    /** @throws IllegalStateException if a data file is missing */
    static Glossary load() {
        return new Glossary();
    }

    private static Map<String, String> read(Language language) {
        String name = "/local/glossary." + language + ".properties";
        try (InputStream in = Glossary.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing " + name);
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            Map<String, String> folded = new TreeMap<>();
            properties.forEach((word, english) -> folded.put(SearchText.fold((String) word), (String) english));
            return folded;
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + name, e);
        }
    }

    /** The English words for those of {@code typed} that are known. */
    List<String> translate(Language language, List<String> typed) {
        return typed.stream()
                .flatMap(word -> translate(language, SearchText.fold(word)).stream())
                .distinct()
                .toList();
    }

    private List<String> translate(Language language, String word) {
        if (word.length() > LONGEST) {
            return List.of();
        }
        Map<String, String> known = words.get(language);
        Optional<String> whole = find(known, word);
        if (whole.isPresent()) {
            return List.of(whole.get().split(" ", -1));
        }
        return COMPOUNDING.contains(language) ? parts(known, word) : List.of();
    }

    /** "Schreibtischlampe": the longest known end of the word, after a known beginning if there is one. */
    private static List<String> parts(Map<String, String> known, String word) {
        for (int cut = SHORTEST_PART; cut <= word.length() - SHORTEST_PART; cut++) {
            Optional<String> end = find(known, word.substring(cut));
            if (end.isPresent()) {
                List<String> parts = new ArrayList<>();
                find(known, word.substring(0, cut)).ifPresent(parts::add);
                parts.add(end.get());
                return parts;
            }
        }
        return List.of();
    }

    private static Optional<String> find(Map<String, String> known, String word) {
        return Optional.ofNullable(known.get(word))
                .or(() -> known.entrySet().stream()
                        .filter(entry -> Terms.isSame(entry.getKey(), word))
                        .map(Map.Entry::getValue)
                        .findFirst());
    }
}
