package io.attendant.assistant.guard.claims;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks the place that a sentence gives the shopper among those who wait for a person. */
final class QueueCheck {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]+");

    private QueueCheck() {}

    static List<Claim> check(Sentence sentence, Evidence evidence) {
        List<Claim> claims = new ArrayList<>();
        Set<BigDecimal> places = values(evidence, "position");
        Set<BigDecimal> ahead = values(evidence, "ahead");
        if (places.isEmpty()) {
            return claims;
        }
        for (Clause clause : sentence.clauses()) {
            Matcher queue = sentence.words().pattern("queue").matcher(clause.text());
            if (queue.find() && !clause.question() && !clause.conditional()) {
                Matcher word = WORD.matcher(clause.text());
                while (word.find()) {
                    Optional<BigDecimal> place = sentence.words().ordinal(word.group());
                    boolean alone = sentence.words()
                                    .pattern("one")
                                    .matcher(word.group())
                                    .matches()
                            && sentence.words().has("person", clause.text().substring(word.end()))
                            && (!clause.negated() || sentence.words().has("only", clause.text()));
                    boolean wrong =
                            place.filter(value -> !places.contains(value)).isPresent()
                                    || (alone && !ahead.contains(BigDecimal.ONE))
                                    || (place.isEmpty() && isOther(word.group(), sentence.words(), places, ahead));
                    if (wrong && !isIdentifier(sentence, clause.start() + word.start())) {
                        claims.add(sentence.claim(
                                Claim.Kind.COUNT, clause.start() + word.start(), clause.start() + word.end()));
                    }
                }
            }
        }
        return claims;
    }

    private static boolean isIdentifier(Sentence sentence, int at) {
        return sentence.mentions().stream()
                .anyMatch(mention ->
                        mention instanceof Mention.Identifier && mention.start() <= at && mention.end() > at);
    }

    private static boolean isOther(String word, Words words, Set<BigDecimal> places, Set<BigDecimal> ahead) {
        Optional<BigDecimal> number =
                Character.isDigit(word.charAt(0)) && word.chars().allMatch(Character::isDigit)
                        ? Optional.of(Numbers.plain(word))
                        : words.number(word);
        return number.filter(value -> !words.isFunctionWord(word))
                .filter(value -> !places.contains(value) && !ahead.contains(value))
                .isPresent();
    }

    private static Set<BigDecimal> values(Evidence evidence, String unit) {
        return evidence.common.counts.stream()
                .filter(count -> count.unit().equals(unit))
                .map(Facts.Count::value)
                .collect(Collectors.toSet());
    }
}
