package io.attendant.assistant.local.training;

import io.attendant.assistant.local.understanding.Intent;
import io.attendant.shared.wording.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The sentences of {@code src/main/training}: {@code <language>/<intent>.txt} holds messages as people write them, one a line,
 * and {@code <language>/grammar.txt}, where there is one, makes the ordinary ones, which differ little.
 *
 * @param written by hand, in a fixed order
 */
public record Sentences(List<Sentence> written, Map<Language, PhraseGrammar> grammars) {
    /** One in so many of an intent's sentences in a language is held out. */
    static final int HELD_OUT = 5;

    /**
     * Two parts of the written sentences.
     *
     * @param heldOut never trained on
     */
    public record Split(List<Sentence> trained, List<Sentence> heldOut) {}

    /** @throws IOException if a file can't be read */
    public static Sentences read(Path folder) throws IOException {
        List<Sentence> written = new ArrayList<>();
        Map<Language, PhraseGrammar> grammars = new TreeMap<>();
        for (Language language : Language.values()) {
            Path own = folder.resolve(language.name());
            Path grammar = own.resolve("grammar.txt");
            if (Files.exists(grammar)) {
                grammars.put(language, PhraseGrammar.parse(Files.readAllLines(grammar)));
            }
            for (Intent intent : Intent.values()) {
                for (String line : Files.readAllLines(own.resolve(intent + ".txt"))) {
                    written.add(new Sentence(language, intent, line));
                }
            }
        }
        return new Sentences(List.copyOf(written), grammars);
    }

    /** The same for the same seed; by intent and language. */
    public Split split(long seed) {
        List<Sentence> trained = new ArrayList<>();
        List<Sentence> heldOut = new ArrayList<>();
        Map<String, List<Sentence>> groups = written.stream()
                .collect(Collectors.groupingBy(
                        sentence -> sentence.language() + " " + sentence.intent(), TreeMap::new, Collectors.toList()));
        groups.forEach((group, sentences) -> {
            List<Sentence> shuffled = new ArrayList<>(sentences);
            Collections.shuffle(shuffled, new Random(seed + group.hashCode()));
            int held = shuffled.size() / HELD_OUT;
            heldOut.addAll(shuffled.subList(0, held));
            trained.addAll(shuffled.subList(held, shuffled.size()));
        });
        return new Split(List.copyOf(trained), List.copyOf(heldOut));
    }

    /** Different ordinary ones, at most so many of each intent and language. */
    public List<Sentence> ordinary(int ofEach, long seed) {
        return made(grammars, ofEach, seed);
    }

    /** The same of the grammars without a fifth of their phrases and frames, or of that fifth alone. */
    public List<Sentence> ordinaryPart(boolean heldOut, int ofEach, long seed) {
        Map<Language, PhraseGrammar> parts = new TreeMap<>();
        grammars.forEach((language, grammar) -> parts.put(language, grammar.part(heldOut, seed)));
        return made(parts, ofEach, seed);
    }

    private static List<Sentence> made(Map<Language, PhraseGrammar> grammars, int ofEach, long seed) {
        List<Sentence> sentences = new ArrayList<>();
        grammars.forEach((language, grammar) -> {
            for (Intent intent : Intent.values()) {
                Random random = new Random(seed + language.ordinal() * 1_000L + intent.ordinal());
                grammar.messages(intent, ofEach, random)
                        .forEach(text -> sentences.add(new Sentence(language, intent, text)));
            }
        });
        return List.copyOf(sentences);
    }
}
