package io.attendant.assistant.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** What shoppers and models say about people, from {@code people/*.tsv}: a language and a text a line. */
final class Phrases {
    static final List<Phrase> WISHES = read("wishes");
    static final List<Phrase> PROMISES = read("promises");

    record Phrase(String language, String text) {}

    private Phrases() {}

    static String promiseIn(String language) {
        return PROMISES.stream()
                .filter(promise -> promise.language().equals(language))
                .findFirst()
                .orElseThrow()
                .text();
    }

    /** A message by which the model's double knows which promise to make. */
    static String numbered(Phrase promise) {
        return "Hm " + PROMISES.indexOf(promise);
    }

    static String promise(String numbered) {
        return PROMISES.get(Integer.parseInt(numbered.substring("Hm ".length())))
                .text();
    }

    /** Those of both authors: {@code name} and {@code name-more}. */
    static List<Phrase> all(String name) {
        return Stream.of(name, name + "-more")
                .flatMap(file -> read(file).stream())
                .toList();
    }

    static List<Phrase> read(String name) {
        try (InputStream file = Phrases.class.getResourceAsStream("/people/" + name + ".tsv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(parts -> new Phrase(parts[0], parts[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
