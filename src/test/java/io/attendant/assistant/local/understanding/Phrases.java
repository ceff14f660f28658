package io.attendant.assistant.local.understanding;

import io.attendant.shared.wording.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How people ask for things: the sentences of a test resource by their intent. */
final class Phrases {
    private Phrases() {}

    static Map<Intent, List<String>> of(Language language) {
        String name = "/local/phrases." + language + ".txt";
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Phrases.class.getResourceAsStream(name), name), StandardCharsets.UTF_8))) {
            WordFile file = WordFile.parse(name, reader);
            Map<Intent, List<String>> phrases = new EnumMap<>(Intent.class);
            file.headings().forEach(heading -> phrases.put(Intent.valueOf(heading), file.lines(heading)));
            return phrases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
