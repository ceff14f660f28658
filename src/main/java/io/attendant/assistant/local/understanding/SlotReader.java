package io.attendant.assistant.local.understanding;

import io.attendant.shared.wording.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** Reads what a message names, by the words of its language. */
final class SlotReader {
    private static final int MAX_ORDINAL = 20;
    private static final int DIGITS_OF_A_CODE = 3;

    private final Lexicons lexicons;

    SlotReader(Lexicons lexicons) {
        this.lexicons = lexicons;
    }

    Slots read(Utterance message, Language language) {
        Lexicon lexicon = lexicons.of(language);
        Words words = Words.of(lexicons.spelling(language).correct(message.folded()));
        OrderNumbers.Found number = new OrderNumbers(lexicon).find(message.text());
        List<String> content = isTurnedDown(words, lexicon) ? List.of() : words(message, lexicon::isContent);
        return new Slots(
                number.named(),
                number.bare(),
                ContactDetails.email(message.text()),
                ContactDetails.postalCode(message.text(), number),
                ordinal(words, lexicon),
                anyIn(lexicon.last(), words),
                anyIn(lexicon.other(), words),
                anyIn(lexicon.back(), words),
                new PriceLimit(lexicon).find(message.text()),
                anyIn(lexicon.stock(), words),
                number.named().isPresent() ? Optional.empty() : reply(words, content, lexicon),
                content,
                words(message, lexicon::isSubject),
                lexicon.particulars().read(words));
    }

    /** "Oh, never mind": what it is made of names nothing. */
    private static boolean isTurnedDown(Words words, Lexicon lexicon) {
        return lexicon.no().stream()
                .anyMatch(phrase -> phrase.length() > 1 && phrase.length() * 2 >= words.count() && phrase.isIn(words));
    }

    private static OptionalInt ordinal(Words words, Lexicon lexicon) {
        if (words.count() == 1 && words.at(0).matches("\\d{1,2}")) {
            int number = Integer.parseInt(words.at(0));
            return number >= 1 && number <= MAX_ORDINAL ? OptionalInt.of(number) : OptionalInt.empty();
        }
        for (Map.Entry<Integer, List<Phrase>> entry : lexicon.ordinals().entrySet()) {
            if (anyIn(entry.getValue(), words)) {
                return OptionalInt.of(entry.getKey());
            }
        }
        return OptionalInt.empty();
    }

    /** A reply begins with its yes or no, or has nothing else in it. */
    private static Optional<Slots.Reply> reply(Words words, List<String> content, Lexicon lexicon) {
        if (anyAtStart(lexicon.no(), words)) {
            return Optional.of(Slots.Reply.no);
        }
        if (anyAtStart(lexicon.yes(), words)) {
            return Optional.of(Slots.Reply.yes);
        }
        if (content.isEmpty() && anyIn(lexicon.no(), words)) {
            return Optional.of(Slots.Reply.no);
        }
        if (content.isEmpty() && anyIn(lexicon.yes(), words)) {
            return Optional.of(Slots.Reply.yes);
        }
        return anyAtStart(lexicon.fine(), words) ? Optional.of(Slots.Reply.fine) : Optional.empty();
    }

    /** The words that pass, as typed; codes and single letters name nothing that can be searched for. */
    private static List<String> words(Utterance message, Predicate<String> passes) {
        return message.words().stream()
                .filter(word -> passes.test(word.folded()))
                .map(Utterance.Word::typed)
                .filter(typed -> typed.length() > 1 && typed.chars().anyMatch(Character::isLetter))
                .filter(typed -> typed.chars().filter(Character::isDigit).count() < DIGITS_OF_A_CODE)
                .toList();
    }

    private static boolean anyIn(List<Phrase> phrases, Words words) {
        return phrases.stream().anyMatch(phrase -> phrase.isIn(words));
    }

    private static boolean anyAtStart(List<Phrase> phrases, Words words) {
        return phrases.stream().anyMatch(phrase -> phrase.isAt(words.inOrder(), 0));
    }
}
