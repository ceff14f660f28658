package io.attendant.assistant.guard.claims;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Collects what the proposals are that wait for the shopper, and what money they move. */
final class Proposals {
    private final Set<String> kinds = new HashSet<>();
    private final Map<String, Integer> items = new HashMap<>();
    private final Set<BigDecimal> paid = new HashSet<>();
    private final Set<BigDecimal> returned = new HashSet<>();

    void add(String kind) {
        kinds.add(kind);
    }

    void items(String kind, int number) {
        items.put(kind, number);
    }

    /** A line with an arrow tells what the items cost; the others what is paid for that. */
    void line(String label, String value) {
        FoldedText line = FoldedText.of(value);
        if (value.indexOf('→') < 0) {
            Vocabulary vocabulary = Vocabulary.get();
            Set<BigDecimal> to = vocabulary.isRefund(FoldedText.fold(label + " " + value)) ? returned : paid;
            vocabulary.languages(line).stream()
                    .flatMap(language -> vocabulary.read(line, language).stream())
                    .filter(Mention.Amount.class::isInstance)
                    .forEach(amount -> to.addAll(((Mention.Amount) amount).values()));
        }
    }

    Set<String> kinds() {
        return Set.copyOf(kinds);
    }

    /** How many pieces each proposal is about, where it is not about a whole order. */
    Map<String, Integer> items() {
        return Map.copyOf(items);
    }

    /** What will be paid. */
    Set<BigDecimal> paid() {
        return Set.copyOf(paid);
    }

    /** What will come back. */
    Set<BigDecimal> returned() {
        return Set.copyOf(returned);
    }
}
