package io.attendant.assistant.guard.claims;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Checks the figures of a sentence: percentages and identifiers here, the others where their kinds are. */
final class FigureCheck {
    private static final int PHONE_DIGITS = 7;

    private FigureCheck() {}

    static List<Claim> check(Sentence sentence, Evidence evidence) {
        List<Claim> claims = new ArrayList<>(AmountCheck.check(sentence, evidence));
        for (Mention mention : sentence.mentions()) {
            switch (mention) {
                case Mention.Percent percent -> {
                    if (!percent(percent, evidence) && !isDenied(sentence, percent.values(), evidence.said.percents)) {
                        claims.add(sentence.claim(Claim.Kind.PERCENTAGE, percent.start(), percent.end()));
                    }
                }
                case Mention.Identifier identifier -> {
                    if (!identified(identifier, evidence)) {
                        claims.add(sentence.claim(identifier.kind(), identifier.start(), identifier.end()));
                    }
                }
                default -> {
                    // The others have checks of their own.
                }
            }
        }
        claims.addAll(parcels(sentence, evidence));
        claims.addAll(CountCheck.check(sentence, evidence));
        return claims;
    }

    private static boolean percent(Mention.Percent percent, Evidence evidence) {
        return percent.values().stream()
                .anyMatch(value -> evidence.all.percents.contains(value)
                        || evidence.common.calculated.contains(value)
                        || evidence.common.operands.contains(value));
    }

    /** Tracking numbers that belong to another parcel than what is named. */
    private static List<Claim> parcels(Sentence sentence, Evidence evidence) {
        List<Names.Anchor> anchors = anchors(sentence, facts -> !facts.codes.isEmpty());
        List<Binding.Value> codes = new ArrayList<>();
        for (Mention mention : sentence.mentions()) {
            if (mention instanceof Mention.Identifier id && evidence.records.codes.contains(id.value())) {
                codes.add(new Binding.Value(id.start(), id.end(), facts -> facts.codes.contains(id.value())));
            }
        }
        return anchors.isEmpty()
                ? List.of()
                : Binding.unvouched(codes, anchors).stream()
                        .map(value -> sentence.claim(Claim.Kind.TRACKING, value.start(), value.end()))
                        .toList();
    }

    /** An answer may say the shopper's own figure to say that it is wrong. */
    static boolean isDenied(Sentence sentence, Set<BigDecimal> values, Set<BigDecimal> said) {
        return sentence.isNegated() && values.stream().anyMatch(said::contains);
    }

    private static boolean identified(Mention.Identifier identifier, Evidence evidence) {
        String value = identifier.value();
        if (evidence.identifiers.contains(value)) {
            return true;
        }
        return switch (identifier.kind()) {
            case URL -> evidence.identifiers.stream().anyMatch(known -> known.startsWith(value + "/"));
            case TRACKING ->
                evidence.corpus.contains(value)
                        || (value.length() >= PHONE_DIGITS
                                && evidence.identifiers.stream().anyMatch(known -> known.endsWith(value)));
            default -> false;
        };
    }

    static List<Names.Anchor> anchors(Sentence sentence, Predicate<Facts> relevant) {
        return sentence.anchors().stream()
                .filter(anchor -> anchor.things().stream().anyMatch(thing -> relevant.test(thing.facts())))
                .toList();
    }
}
