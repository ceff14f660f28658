package io.attendant.assistant.guard.claims;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks that a figure of an article is said of what the article says it of. It is wrong if the sentence has words that stand
 * beside another figure of the same kind, and none that stands beside this one.
 */
final class ContextCheck {
    private static final int NEARBY = 14;

    private ContextCheck() {}

    static List<Claim> check(Sentence sentence, Evidence evidence) {
        List<Claim> claims = new ArrayList<>();
        // "All but the frame": what is named is just what the figure isn't of.
        if (sentence.isQuestion() || sentence.words().has("except", sentence.folded())) {
            return claims;
        }
        Set<String> all = Statement.stems(sentence.folded(), sentence.words());
        for (Mention mention : sentence.mentions()) {
            List<Statement> same = evidence.statements.stream()
                    .filter(statement -> isSame(statement.figure(), mention))
                    .toList();
            if (same.isEmpty()
                    || isRecorded(mention, evidence)
                    || isCounterpart(mention, sentence)
                    || (mention instanceof Mention.Free
                            && sentence.clause(mention.start()).deniesMoreThanPrice(sentence.words()))) {
                continue;
            }
            if (isThreshold(mention, same, sentence, evidence)) {
                continue;
            }
            if (mention instanceof Mention.Free && isFreeOfElse(mention, same, sentence)) {
                claims.add(sentence.claim(Claim.Kind.FREE, mention.start(), mention.end()));
                continue;
            }
            Set<String> near = Statement.stems(sentence.clause(mention.start()).text(), sentence.words());
            if (near.isEmpty()) {
                near = besideFigures(sentence);
            } else if (sentence.mentions().size() == 1
                    && !sentence.clause(mention.start()).conditional()) {
                near = all;
            }
            Set<String> said = near;
            if (same.stream().allMatch(statement -> isOfAnother(statement, said, all, evidence))) {
                claims.add(sentence.claim(kind(mention), mention.start(), mention.end()));
            }
        }
        return claims;
    }

    /** "Free from 75" stands together in the text as in the sentence, however the thing is called that is free. */
    private static boolean isThreshold(Mention mention, List<Statement> same, Sentence sentence, Evidence evidence) {
        Clause clause = sentence.clause(mention.start());
        List<Mention> said = sentence.mentions().stream()
                .filter(other -> clause.holds(other.start()))
                .filter(other -> other instanceof Mention.Amount || other instanceof Mention.Free)
                .toList();
        return said.size() == 2
                && said.stream().anyMatch(Mention.Free.class::isInstance)
                && same.stream().anyMatch(statement -> {
                    List<Mention> told = evidence.statements.stream()
                            .filter(other -> other.sentence().equals(statement.sentence()))
                            .map(Statement::figure)
                            .filter(figure -> figure instanceof Mention.Amount || figure instanceof Mention.Free)
                            .distinct()
                            .toList();
                    return told.size() == 2
                            && said.stream().allMatch(one -> told.stream().anyMatch(other -> isSame(other, one)));
                });
    }

    /** "14 days instead of 30": the second figure is of something else than what is spoken of. */
    private static boolean isCounterpart(Mention mention, Sentence sentence) {
        int start = Math.max(0, mention.start() - NEARBY);
        return sentence.words().has("instead", sentence.folded().substring(start, mention.start()));
    }

    /** Whether something else is said to be free than what the texts say is: returns, where shipping is. */
    private static boolean isFreeOfElse(Mention free, List<Statement> statements, Sentence sentence) {
        Clause clause = sentence.clause(free.start());
        String said = sentence.mentions().size() == 1 ? sentence.folded() : clause.text();
        Set<String> topics = topics(said, sentence.words());
        topics.remove("SHIP");
        return !topics.isEmpty()
                && !clause.negated()
                && !clause.conditional()
                && statements.stream().allMatch(statement -> {
                    Set<String> told = new HashSet<>(statement.subject());
                    told.addAll(Statement.stems(statement.sentence(), sentence.words()));
                    return topics.stream().noneMatch(told::contains);
                });
    }

    private static Set<String> topics(String text, Words words) {
        Set<String> topics = new HashSet<>(Statement.stems(text, words));
        topics.removeIf(stem -> !Character.isUpperCase(stem.charAt(0)));
        return topics;
    }

    /** The words of the clauses that have no figure of their own. */
    private static Set<String> besideFigures(Sentence sentence) {
        Set<String> stems = new HashSet<>();
        sentence.clauses().stream()
                .filter(clause -> sentence.mentions().stream().noneMatch(mention -> clause.holds(mention.start())))
                .forEach(clause -> stems.addAll(Statement.stems(clause.text(), sentence.words())));
        return stems;
    }

    /** Whether a figure of the sentence stands in a text. */
    static boolean isFromText(Sentence sentence, Evidence evidence) {
        return sentence.mentions().stream()
                .filter(mention -> !(mention instanceof Mention.Free))
                .anyMatch(mention ->
                        evidence.statements.stream().anyMatch(statement -> isSame(statement.figure(), mention)));
    }

    private static boolean isOfAnother(Statement statement, Set<String> near, Set<String> all, Evidence evidence) {
        return evidence.statements.stream().filter(statement::competesWith).anyMatch(rival -> {
            Set<String> its = rival.wordsBeside(statement);
            Set<String> ours = statement.wordsBeside(rival);
            long rivals = near.stream()
                    .filter(word -> its.contains(word) && !ours.contains(word))
                    .count();
            boolean own = all.stream().anyMatch(word -> ours.contains(word) && !its.contains(word));
            // "Frames carry 5 years, batteries 2": the shorter part has fewer words of its own, so their share counts.
            boolean contrasted =
                    statement.sentence().equals(rival.sentence()) && share(near, its, ours) > share(all, ours, its);
            return rivals > 0 && (!own || contrasted);
        });
    }

    /** How much of what only {@code one} has is said. */
    private static double share(Set<String> said, Set<String> one, Set<String> other) {
        long own = one.stream().filter(word -> !other.contains(word)).count();
        long shared = said.stream()
                .filter(word -> one.contains(word) && !other.contains(word))
                .count();
        return own == 0 ? 0 : (double) shared / own;
    }

    private static boolean isSame(Mention one, Mention other) {
        return switch (one) {
            case Mention.Amount amount ->
                other instanceof Mention.Amount said && amount.values().stream().anyMatch(said.values()::contains);
            case Mention.Free free -> other instanceof Mention.Free;
            case Mention.Percent percent ->
                other instanceof Mention.Percent said
                        && percent.values().stream().anyMatch(said.values()::contains);
            case Mention.Quantity quantity ->
                other instanceof Mention.Quantity said
                        && (isAsLong(said, quantity) || said.unit().equals(quantity.unit()))
                        && (isAsLong(said, quantity)
                                || said.values().stream().anyMatch(quantity.values()::contains)
                                || (quantity.upper().isPresent()
                                        && said.values().stream()
                                                .anyMatch(quantity.upper().get()::contains)));
            default -> false;
        };
    }

    /** Whether it is an end of the same length of time in another unit: 24 hours are a day. */
    private static boolean isAsLong(Mention.Quantity said, Mention.Quantity quantity) {
        return !said.unit().equals(quantity.unit())
                && Stream.concat(
                                quantity.values().stream(),
                                quantity.upper().stream().flatMap(Set::stream))
                        .anyMatch(value -> said.values().stream()
                                .anyMatch(other -> Vouching.sameLength(other, said.unit(), value, quantity.unit())));
    }

    /** Whether the figure stands outside of texts too. */
    private static boolean isRecorded(Mention mention, Evidence evidence) {
        return switch (mention) {
            case Mention.Amount amount ->
                amount.values().stream()
                        .anyMatch(value -> evidence.recorded.amounts.containsKey(value)
                                || evidence.common.calculated.contains(value));
            case Mention.Quantity quantity ->
                !Vouching.isTime(quantity.unit())
                        && quantity.values().stream()
                                .anyMatch(value -> Vouching.count(value, quantity.unit(), evidence.recorded));
            default -> false;
        };
    }

    private static Claim.Kind kind(Mention mention) {
        return switch (mention) {
            case Mention.Amount amount -> Claim.Kind.AMOUNT;
            case Mention.Free free -> Claim.Kind.FREE;
            case Mention.Percent percent -> Claim.Kind.PERCENTAGE;
            default -> Claim.Kind.COUNT;
        };
    }
}
