package io.attendant.assistant.guard.claims;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks numbers of things, lengths of time and measures. */
final class CountCheck {
    /** A product's name may be this far behind the number of its pieces: "two of the small". */
    private static final int NEAR_NAME = 14;

    private static final int STEM = 5;
    private static final Pattern JOINED = Pattern.compile("[\\p{L}' -]*");
    /** What of a catalogue may be counted besides pieces. */
    private static final Set<String> OFFER = Set.of("product", "variant");

    private static final Set<String> PIECES = Set.of("pieces", "stock");

    private CountCheck() {}

    static List<Claim> check(Sentence sentence, Evidence evidence) {
        List<Claim> claims = new ArrayList<>();
        List<Binding.Value> stock = new ArrayList<>();
        for (Mention mention : sentence.mentions()) {
            if (!(mention instanceof Mention.Quantity quantity)
                    || sentence.isQuestion()
                    || isBothOf(quantity, sentence, evidence)) {
                continue;
            }
            if (isOfName(mention, sentence)) {
                quantity = new Mention.Quantity(
                        quantity.start(), quantity.end(), quantity.values(), quantity.upper(), "", "");
            }
            Mention.Quantity counted = quantity;
            Binding.Value value = new Binding.Value(
                    quantity.start(),
                    quantity.end(),
                    facts -> facts.counts.stream()
                            .anyMatch(count -> PIECES.contains(count.unit())
                                    && counted.values().contains(count.value())));
            if (isOfAnotherOrder(quantity, sentence, evidence)) {
                claims.add(sentence.claim(Claim.Kind.COUNT, quantity.start(), quantity.end()));
            } else if (isOfStock(quantity, sentence, evidence)) {
                stock.add(value);
            } else if (!quantity(quantity, sentence, evidence, evidence.all)
                    || isMiscountedProduct(quantity, sentence, evidence)
                    || isMiscountedProposal(quantity, sentence, evidence)) {
                claims.add(sentence.claim(Claim.Kind.COUNT, quantity.start(), quantity.end()));
            } else if (!quantity(quantity, sentence, evidence, evidence.unstocked)) {
                stock.add(value);
            }
        }
        List<Names.Anchor> anchors = FigureCheck.anchors(
                sentence,
                facts -> facts.counts.stream().anyMatch(count -> count.unit().equals("stock")));
        List<Binding.Value> wrong = anchors.isEmpty()
                ? stock.stream()
                        .filter(value -> !value.vouches().test(evidence.records))
                        .toList()
                : Binding.unvouched(stock, anchors);
        wrong.forEach(value -> claims.add(sentence.claim(Claim.Kind.COUNT, value.start(), value.end())));
        return claims;
    }

    /** Whether a product's name follows, some of whose words may be those of parcels or items: "two seed boxes". */
    private static boolean isOfName(Mention quantity, Sentence sentence) {
        return sentence.anchors().stream()
                .anyMatch(anchor -> anchor.type() == Thing.Type.PRODUCT && anchor.start() - quantity.end() == 1);
    }

    /** "Both orders" are those that were spoken of, of however many there are. */
    private static boolean isBothOf(Mention.Quantity quantity, Sentence sentence, Evidence evidence) {
        return quantity.unit().equals("order")
                && sentence.words()
                        .pattern("both")
                        .matcher(sentence.folded().substring(quantity.start(), quantity.end()))
                        .matches()
                && evidence.things.stream()
                                .filter(thing -> thing.type() == Thing.Type.ORDER)
                                .count()
                        > 1;
    }

    /** Whether it counts items or parcels, and none of the orders that are named has so many. */
    private static boolean isOfAnotherOrder(Mention.Quantity quantity, Sentence sentence, Evidence evidence) {
        boolean counts = quantity.unit().equals("item") || quantity.unit().equals("parcel");
        List<Names.Anchor> orders = sentence.anchors().stream()
                .filter(anchor -> anchor.type() == Thing.Type.ORDER)
                .toList();
        return counts
                && !orders.isEmpty()
                && evidence.cardItems.isEmpty()
                && quantity.values().stream().noneMatch(evidence.common.operands::contains)
                && orders.stream()
                        .flatMap(anchor -> anchor.things().stream())
                        .noneMatch(thing -> quantity.values().stream()
                                .anyMatch(value -> Vouching.count(value, quantity.unit(), thing.facts())));
    }

    /** Whether it says how many pieces there are to be bought. */
    private static boolean isOfStock(Mention.Quantity quantity, Sentence sentence, Evidence evidence) {
        boolean counted =
                evidence.records.counts.stream().anyMatch(count -> count.unit().equals("stock"));
        boolean ofWhole = evidence.all.counts.stream()
                        .anyMatch(count -> OFFER.contains(count.unit())
                                && quantity.values().contains(count.value()))
                && !sentence.words().pattern("stock").matcher(quantity.noun()).matches()
                && sentence.anchors().stream()
                        .filter(anchor -> sentence.clause(quantity.start()).holds(anchor.start()))
                        .noneMatch(anchor -> anchor.things().size() == 1 || anchor.type() == Thing.Type.VARIANT);
        return counted
                && !ofWhole
                && (quantity.unit().isEmpty() || quantity.unit().equals("item"))
                && quantity.upper().isEmpty()
                && !sentence.words()
                        .pattern("both")
                        .matcher(sentence.folded().substring(quantity.start(), quantity.end()))
                        .matches()
                && sentence.anchors().stream()
                        .noneMatch(anchor -> quantity.start() >= anchor.start() && quantity.start() < anchor.end())
                && sentence.words()
                        .has("stock", sentence.clause(quantity.start()).text())
                && !isWritten(quantity, sentence, evidence);
    }

    /** Whether it counts pieces of a product by its name, and there are not so many of it. */
    private static boolean isMiscountedProduct(Mention.Quantity quantity, Sentence sentence, Evidence evidence) {
        if (!quantity.unit().isEmpty() || quantity.upper().isPresent()) {
            return false;
        }
        List<Names.Anchor> counted = sentence.anchors().stream()
                .filter(anchor -> anchor.type() == Thing.Type.PRODUCT)
                .filter(anchor -> anchor.start() >= quantity.end() && anchor.start() - quantity.end() <= NEAR_NAME)
                .filter(anchor -> JOINED.matcher(sentence.folded().substring(quantity.end(), anchor.start()))
                        .matches())
                .filter(anchor ->
                        !sentence.words().has("and", sentence.folded().substring(quantity.end(), anchor.start())))
                .toList();
        if (counted.isEmpty() || isWritten(quantity, sentence, evidence)) {
            return false;
        }
        Names.Anchor anchor = counted.getFirst();
        boolean several = anchor.things().size() > 1;
        int pieces = anchor.things().stream()
                .flatMap(thing -> thing.facts().counts.stream())
                .filter(count -> count.unit().equals("pieces"))
                .mapToInt(count -> count.value().intValue())
                .sum();
        boolean vouched = quantity.values().stream()
                .anyMatch(number -> evidence.common.calculated.contains(number)
                        || evidence.common.operands.contains(number)
                        || number.intValue() == pieces
                        || (!several
                                && anchor.things().stream()
                                        .flatMap(thing -> thing.facts().counts.stream())
                                        .anyMatch(count -> PIECES.contains(count.unit())
                                                && count.value().compareTo(number) == 0))
                        || (several && number.intValue() == anchor.things().size())
                        || evidence.records.counts.stream()
                                .anyMatch(count -> count.unit().equals("product")
                                        && count.value().compareTo(number) == 0));
        boolean countable = anchor.things().stream()
                .flatMap(thing -> thing.facts().counts.stream())
                .anyMatch(count -> PIECES.contains(count.unit()));
        return countable && !vouched;
    }

    /** Whether it counts the items of a proposal that is about part of an order. */
    private static boolean isMiscountedProposal(Mention.Quantity quantity, Sentence sentence, Evidence evidence) {
        Map<String, String> nouns = Map.of("returnItems", "deed.RETURN", "exchangeItems", "deed.EXCHANGE");
        return quantity.unit().equals("item")
                && nouns.entrySet().stream()
                        .anyMatch(noun -> evidence.cardItems.containsKey(noun.getKey())
                                && sentence.words().has(noun.getValue(), sentence.folded())
                                && sentence.mentions().stream()
                                        .filter(Mention.Quantity.class::isInstance)
                                        .map(Mention.Quantity.class::cast)
                                        .noneMatch(other -> other.values()
                                                .contains(BigDecimal.valueOf(evidence.cardItems.get(noun.getKey())))));
    }

    private static boolean quantity(Mention.Quantity quantity, Sentence sentence, Evidence evidence, Facts facts) {
        String unit = quantity.unit();
        if (unit.equals("free")
                || unit.equals("second")
                || FigureCheck.isDenied(sentence, quantity.values(), said(evidence))) {
            return true;
        }
        if (quantity.upper().isPresent()) {
            return Vouching.range(quantity, facts)
                    || (!Vouching.isTime(unit)
                            && single(quantity.values(), quantity, sentence, evidence, facts)
                            && single(quantity.upper().orElseThrow(), quantity, sentence, evidence, facts));
        }
        return single(quantity.values(), quantity, sentence, evidence, facts);
    }

    private static Set<BigDecimal> said(Evidence evidence) {
        return evidence.said.counts.stream().map(Facts.Count::value).collect(Collectors.toSet());
    }

    private static boolean single(
            Set<BigDecimal> values, Mention.Quantity quantity, Sentence sentence, Evidence evidence, Facts facts) {
        String unit = quantity.unit();
        boolean vouched = values.stream()
                .anyMatch(value -> (isCalculable(unit, evidence)
                                && (evidence.common.calculated.contains(value)
                                        || evidence.common.operands.contains(value)))
                        || Vouching.count(value, unit, facts)
                        || (((unit.isEmpty() && quantity.noun().isEmpty()) || value.scale() == 2)
                                && facts.amounts.containsKey(value))
                        || (unit.equals("hour") && facts.minutes.contains(value.intValue() * 60)));
        if (isContradicted(quantity, values, evidence)) {
            return false;
        }
        if (DateCheck.isOfPast(quantity, sentence) && !evidence.records.dates.isEmpty()) {
            return DateCheck.isDaysAway(quantity, sentence, evidence);
        }
        return vouched
                || isListed(quantity, values, evidence)
                || isPart(quantity, sentence, facts)
                || DateCheck.isDaysAway(quantity, sentence, evidence)
                || DateCheck.isDayOfMonth(quantity, values, sentence, evidence)
                || DateCheck.isHour(quantity, values, sentence, evidence)
                || (!Vouching.isTime(unit) && isWritten(quantity, sentence, evidence));
    }

    /** Prices and days are added up, but not together; how long a rule holds stands in the rule. */
    private static boolean isCalculable(String unit, Evidence evidence) {
        return !Vouching.isTime(unit)
                || (unit.equals("day")
                        && evidence.common.operands.stream().noneMatch(evidence.all.amounts::containsKey));
    }

    /** A number whose unit follows another number only: "8, 10 and 12 cm". */
    private static boolean isListed(Mention.Quantity quantity, Set<BigDecimal> values, Evidence evidence) {
        return quantity.unit().isEmpty()
                && quantity.noun().isEmpty()
                && evidence.all.counts.stream().anyMatch(count -> values.contains(count.value()));
    }

    /** "Three things: two books and a pen": what is told apart after a colon is part of what was counted before it. */
    private static boolean isPart(Mention.Quantity quantity, Sentence sentence, Facts facts) {
        return quantity.unit().isEmpty()
                && sentence.mentions().stream()
                        .filter(Mention.Quantity.class::isInstance)
                        .map(Mention.Quantity.class::cast)
                        .filter(whole -> whole.end() < quantity.start()
                                && sentence.folded().indexOf(':', whole.end()) >= 0
                                && sentence.folded().indexOf(':', whole.end()) < quantity.start())
                        .flatMap(whole -> whole.values().stream())
                        .anyMatch(value -> Vouching.count(value, "item", facts)
                                && quantity.values().stream().anyMatch(part -> part.compareTo(value) < 0));
    }

    /** Whether the texts count the same by another number. */
    private static boolean isContradicted(Mention.Quantity quantity, Set<BigDecimal> values, Evidence evidence) {
        if (quantity.noun().length() < STEM) {
            return false;
        }
        String stem = quantity.noun().substring(0, STEM);
        List<Facts.Count> counted = evidence.all.counts.stream()
                .filter(count -> count.noun().startsWith(stem))
                .toList();
        return !counted.isEmpty() && counted.stream().noneMatch(count -> values.contains(count.value()));
    }

    /** Whether the number stands beside the same word in a text: as a part of a name, or as a size. */
    private static boolean isWritten(Mention.Quantity quantity, Sentence sentence, Evidence evidence) {
        String folded = sentence.folded();
        int start = folded.lastIndexOf(' ', Math.max(0, quantity.start() - 2)) + 1;
        int end = folded.indexOf(' ', Math.min(folded.length(), quantity.end() + 1));
        String before = folded.substring(Math.min(start, quantity.start()), quantity.end());
        String after = folded.substring(quantity.start(), end < 0 ? folded.length() : end);
        return (quantity.unit().isEmpty()
                        && before.length() > quantity.end() - quantity.start() + 2
                        && contains(evidence, before))
                || (after.length() > quantity.end() - quantity.start() + 2 && contains(evidence, after));
    }

    private static boolean contains(Evidence evidence, String snippet) {
        boolean digits =
                Character.isDigit(snippet.charAt(snippet.length() - 1)) || Character.isDigit(snippet.charAt(0));
        return digits && evidence.corpus.contains(snippet);
    }
}
