package io.attendant.assistant.local.understanding;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@link Particulars} by the words of one language. Immutable. */
final class ParticularsReader {
    private static final List<String> SECTIONS = List.of(
            "all",
            "except",
            "not needed",
            "by mistake",
            "gift card",
            "card",
            "paying",
            "paid before",
            "account",
            "of an order",
            "add or remove",
            "how to");

    private final Map<String, List<Phrase>> phrases;

    private ParticularsReader(Map<String, List<Phrase>> phrases) {
        this.phrases = phrases;
    }

    static ParticularsReader of(WordFile file) {
        return new ParticularsReader(SECTIONS.stream()
                .collect(java.util.stream.Collectors.toUnmodifiableMap(
                        section -> section, section -> Phrase.all(file.words(section)))));
    }

    /** The whole words that are looked for. */
    List<String> vocabulary() {
        return phrases.values().stream()
                .flatMap(List::stream)
                .flatMap(phrase -> phrase.words().stream())
                .filter(Phrase.Pattern::isWhole)
                .map(Phrase.Pattern::letters)
                .toList();
    }

    Particulars read(Words words) {
        boolean giftCard = has("gift card", words);
        return new Particulars(
                has("all", words),
                has("except", words),
                reason(words),
                giftCard,
                !giftCard && has("card", words),
                has("paying", words),
                has("paid before", words),
                has("account", words),
                has("of an order", words),
                has("add or remove", words),
                has("how to", words));
    }

    /** Who ordered by mistake doesn't need it either, so that is looked for first. */
    private Optional<Particulars.Reason> reason(Words words) {
        if (has("by mistake", words)) {
            return Optional.of(Particulars.Reason.ORDERED_BY_MISTAKE);
        }
        return has("not needed", words) ? Optional.of(Particulars.Reason.NO_LONGER_NEEDED) : Optional.empty();
    }

    private boolean has(String section, Words words) {
        return phrases.get(section).stream().anyMatch(phrase -> phrase.isIn(words));
    }
}
