package io.attendant.assistant.people;

import io.attendant.shared.wording.Language;
import io.attendant.shared.wording.TextFile;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Recognises talk about people, in all languages of {@link Language} at once, since nobody says which one it is. By phrases that
 * stand close together, from {@code people/talk.*.properties}; deterministic, without a model.
 */
public final class PeopleTalk {
    private static final int SHOUTED_LETTERS = 12;
    private static final Pattern MANY_MARKS = Pattern.compile("[!?]{3,}");

    private final List<Phrasebook> books;
    private final List<WishReader> wishes;
    private final List<PromiseReader> promises;

    private PeopleTalk(List<Phrasebook> books) {
        this.books = books;
        this.wishes = books.stream().map(WishReader::new).toList();
        this.promises = books.stream().map(PromiseReader::new).toList();
    }

    /** @throws IllegalStateException if a word file is missing */
    public static PeopleTalk load() {
        return new PeopleTalk(Stream.of(Language.values())
                .map(language -> new Phrasebook(TextFile.read("/people/talk." + language + ".properties")))
                .toList());
    }

    /** Whether a shopper explicitly wants a person now. Asking who one talks to, or how to reach the shop, is no such wish. */
    public boolean asksForPerson(String text) {
        List<SpokenSentence> sentences = SpokenSentence.of(text);
        return sentences.stream().anyMatch(sentence -> wishes.stream().anyMatch(wish -> wish.isIn(sentence)))
                || wishes.stream().anyMatch(wish -> wish.isAll(sentences));
    }

    /**
     * Whether the assistant states that it hands over, or that somebody of the shop will take care. An offer, a condition, a
     * question or a refusal is none.
     */
    public boolean saysHandingOver(String sentence) {
        return SpokenSentence.of(sentence).stream()
                .filter(part -> !part.asks())
                .anyMatch(part -> promises.stream().anyMatch(promise -> promise.isIn(part)));
    }

    /** Whether a shopper is angry, insults or threatens. */
    public boolean isAngry(String text) {
        List<String> words = SpokenSentence.of(text).stream()
                .flatMap(sentence -> sentence.words().stream())
                .toList();
        return (shouts(text) && books.stream().noneMatch(book -> book.has("grateful", words)))
                || books.stream().anyMatch(book -> book.has("angry", words) || isCross(book, text, words));
    }

    /** Words that angry and calm people use: a lawyer, the third time. */
    private static boolean isCross(Phrasebook book, String text, List<String> words) {
        return book.has("cross", words)
                && !book.has("content", words)
                && (book.has("grievance", words) || text.contains("!"));
    }

    private static boolean shouts(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long capitals = text.codePoints().filter(Character::isUpperCase).count();
        return letters >= SHOUTED_LETTERS
                && capitals > letters * 0.8
                && MANY_MARKS.matcher(text).find();
    }
}
