package io.attendant.assistant.guard.claims;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** Checks where an order or a parcel is said to stand, and whether a product is said to be available. */
final class StatusCheck {
    /** What can be said of a new item only when its exchange is done. */
    private static final Set<Status> MOVES = EnumSet.of(Status.SHIPPED, Status.TRANSIT, Status.OUT, Status.DELIVERED);

    /** What is often said by a denial: "no longer available", "nobody was in". */
    private static final Set<Status> ABSENCES = EnumSet.of(Status.OUT_OF_STOCK, Status.DELAYED, Status.ELSEWHERE);

    private static final Set<String> COUNTED = Set.of("order", "parcel");
    /** Names this close together are said together. */
    private static final int JOIN = 12;
    /** "Instead of" stands this close before what is not had. */
    private static final int REPLACED = 30;
    /** So much of a word tells it in a note that has it in another form. */
    private static final int STEM = 8;

    private StatusCheck() {}

    static List<Claim> check(Sentence sentence, Evidence evidence) {
        List<Binding.Value> orders = new ArrayList<>();
        List<Binding.Value> stock = new ArrayList<>();
        for (Clause clause : sentence.clauses()) {
            if (clause.asserts()) {
                for (Status status : Status.values()) {
                    find(clause, status, sentence, evidence, status.ofStock() ? stock : orders);
                }
            }
        }
        List<Claim> claims = new ArrayList<>();
        claims.addAll(miscounted(sentence, evidence));
        List<Binding.Value> wrongOrders = wrong(sentence, evidence, orders, false);
        List<Binding.Value> wrongStock = wrong(sentence, evidence, stock, true);
        List<Binding.Value> right = new ArrayList<>(orders);
        right.addAll(stock);
        right.removeAll(wrongOrders);
        right.removeAll(wrongStock);
        claims.addAll(claims(sentence, wrongOrders, right));
        claims.addAll(claims(sentence, wrongStock, right));
        return claims;
    }

    /** A word that may be said of orders and of products, or of parcels and of money, is true if it is of one of them. */
    private static List<Claim> claims(Sentence sentence, List<Binding.Value> wrong, List<Binding.Value> right) {
        return wrong.stream()
                .filter(value ->
                        right.stream().noneMatch(other -> other.start() <= value.start() && value.end() <= other.end()))
                .map(value -> sentence.claim(Claim.Kind.STATUS, value.start(), value.end()))
                .toList();
    }

    private static void find(
            Clause clause, Status status, Sentence sentence, Evidence evidence, List<Binding.Value> values) {
        boolean oneOrder = evidence.things.stream()
                        .filter(thing -> thing.type() == Thing.Type.ORDER)
                        .count()
                == 1;
        boolean swapping = evidence.all.states.stream().anyMatch(state -> state.contains(Status.EXCHANGE_REQUESTED))
                || evidence.cards.contains("exchangeItems")
                || evidence.cards.contains("changeItems");
        Words words = sentence.words();
        boolean whole = (status == Status.DELIVERED || status == Status.AVAILABLE)
                && (words.has("whole", clause.text())
                        || isWholeOrder(sentence, clause, evidence)
                        || (status == Status.DELIVERED
                                && oneOrder
                                && words.has("unit.order", clause.text())
                                && !words.has("unit.parcel", clause.text())));
        boolean swapped = MOVES.contains(status)
                && ((swapping && words.has("concept.NEW", clause.text()))
                        || words.has("concept.SUBSTITUTE", clause.text()));
        Matcher matcher = words.pattern("status." + status).matcher(clause.text());
        while (matcher.find()) {
            String said = matcher.group();
            if ((status.ofStock() && words.has("role.EXPIRY", said)) || isPresent(sentence, clause, matcher)) {
                continue;
            }
            int start = clause.start() + matcher.start();
            int end = clause.start() + matcher.end();
            boolean denied = ABSENCES.contains(status)
                    ? clause.denies(start, end, words) || (status == Status.DELAYED && words.has("none", said))
                    : clause.negated();
            boolean none =
                    words.has("none", clause.text()) && (status != Status.DELIVERED || isOfOrders(sentence, clause));
            if (denied && isDated(sentence, clause)) {
                continue;
            }
            // What comes back in figures is money, not a parcel.
            boolean money = status == Status.RETURNED
                    && sentence.mentions().stream()
                            .anyMatch(mention -> mention instanceof Mention.Amount && clause.holds(mention.start()));
            if (money) {
                continue;
            }
            if (status == Status.PUNCTUAL && states(false, evidence.all).isEmpty()) {
                continue;
            }
            // What has come to the carrier's depot is still under way.
            boolean atDepot =
                    status == Status.DELIVERED && words.has("depot", clause.text()) && words.has("arrival", said);
            if (atDepot && !denied) {
                values.add(new Binding.Value(
                        start,
                        end,
                        facts -> holds(Status.TRANSIT, false, facts) || holds(Status.DELIVERED, false, facts)));
                continue;
            }
            // That nothing is left open tells of no order.
            if (status == Status.PENDING && none && !words.has("unit.order", clause.text())) {
                continue;
            }
            values.add(new Binding.Value(
                    start,
                    end,
                    facts -> denied
                            ? lacks(status, none, facts)
                            : (!swapped && holds(status, whole, facts)) || isTold(status, said, evidence)));
        }
    }

    /** "Nothing has come" may be said of one parcel; "nothing of order 5" isn't. */
    private static boolean isOfOrders(Sentence sentence, Clause clause) {
        return List.of("unit.order", "unit.parcel", "unit.item").stream()
                        .anyMatch(key -> sentence.words().has(key, clause.text()))
                || sentence.anchors().stream()
                        .anyMatch(anchor -> anchor.type() == Thing.Type.ORDER && clause.holds(anchor.start()));
    }

    /** Whether it counts as many items as an order has, which came in several parcels. */
    private static boolean isWholeOrder(Sentence sentence, Clause clause, Evidence evidence) {
        List<Mention.Quantity> counted = sentence.mentions().stream()
                .filter(mention -> clause.holds(mention.start()))
                .filter(Mention.Quantity.class::isInstance)
                .map(Mention.Quantity.class::cast)
                .toList();
        return counted.size() == 1
                && counted.getFirst().unit().equals("item")
                && evidence.things.stream()
                        .filter(thing -> thing.type() == Thing.Type.ORDER)
                        .map(thing -> thing.facts().counts.stream()
                                .filter(count -> count.unit().equals("item"))
                                .map(Facts.Count::value)
                                .distinct()
                                .sorted()
                                .toList())
                        .anyMatch(sizes ->
                                sizes.size() > 1 && counted.getFirst().values().contains(sizes.getLast()));
    }

    /** "Nothing came on Tuesday" tells of that day alone. */
    private static boolean isDated(Sentence sentence, Clause clause) {
        return sentence.mentions().stream()
                .filter(mention -> clause.holds(mention.start()))
                .anyMatch(mention -> mention instanceof Mention.Day || mention instanceof Mention.Weekday);
    }

    /** French tells by an accent what was done from what is done: "livré" from "livre". */
    private static boolean isPresent(Sentence sentence, Clause clause, Matcher matcher) {
        String original =
                sentence.text().original().substring(clause.start() + matcher.start(), clause.start() + matcher.end());
        return sentence.words().pattern("present").matcher(matcher.group()).matches()
                && original.chars().allMatch(letter -> letter <= 'z');
    }

    /** "Two of your orders were cancelled": as many must have been. */
    private static List<Claim> miscounted(Sentence sentence, Evidence evidence) {
        List<Claim> claims = new ArrayList<>();
        for (Clause clause : sentence.clauses()) {
            List<Mention.Quantity> quantities = sentence.mentions().stream()
                    .filter(mention -> clause.holds(mention.start()))
                    .filter(Mention.Quantity.class::isInstance)
                    .map(Mention.Quantity.class::cast)
                    .toList();
            List<Status> said = Stream.of(Status.values())
                    .filter(status -> !status.ofStock() && status != Status.ELSEWHERE)
                    .filter(status -> sentence.words().has("status." + status, clause.text()))
                    .toList();
            Optional<String> unit = quantities.stream()
                    .map(Mention.Quantity::unit)
                    .filter(COUNTED::contains)
                    .findFirst();
            if (clause.asserts()
                    && !clause.negated()
                    && unit.isPresent()
                    && quantities.getFirst().upper().isEmpty()
                    && !said.isEmpty()
                    && said.stream()
                            .noneMatch(status -> counts(status, unit.get(), evidence).stream()
                                    .anyMatch(quantities.getFirst().values()::contains))) {
                claims.add(sentence.claim(
                        Claim.Kind.COUNT,
                        quantities.getFirst().start(),
                        quantities.getFirst().end()));
            }
        }
        return claims;
    }

    /** How many orders, or how many parcels of one order or of all, are in a state. */
    private static Set<BigDecimal> counts(Status status, String unit, Evidence evidence) {
        Set<BigDecimal> counts = new HashSet<>();
        List<Long> parcels = evidence.things.stream()
                .filter(thing -> thing.type() == Thing.Type.ORDER)
                .map(thing -> thing.facts().states.stream()
                        .filter(state -> state.contains(status))
                        .count())
                .toList();
        if (unit.equals("parcel")) {
            parcels.forEach(number -> counts.add(BigDecimal.valueOf(number)));
            counts.add(BigDecimal.valueOf(
                    parcels.stream().mapToLong(Long::longValue).sum()));
        } else {
            counts.add(BigDecimal.valueOf(
                    parcels.stream().filter(number -> number > 0).count()));
        }
        return counts;
    }

    /** Places that no status tells stand in the carrier's reports, if anywhere; what went wrong may stand in a note. */
    private static boolean isTold(Status status, String said, Evidence evidence) {
        return (status == Status.ELSEWHERE && evidence.corpus.contains(said))
                || (ABSENCES.contains(status)
                        && evidence.notes.contains(said.substring(0, Math.min(STEM, said.length()))));
    }

    private static boolean holds(Status status, boolean whole, Facts facts) {
        List<Set<Status>> states = states(status.ofStock(), facts);
        return !states.isEmpty()
                && (whole
                        ? states.stream().allMatch(state -> state.contains(status))
                        : states.stream().anyMatch(state -> state.contains(status)));
    }

    /** What nothing is known of may be denied. */
    private static boolean lacks(Status status, boolean none, Facts facts) {
        List<Set<Status>> states = states(status.ofStock(), facts);
        return states.isEmpty()
                || (none
                        ? states.stream().noneMatch(state -> state.contains(status))
                        : states.stream().anyMatch(state -> !state.contains(status)));
    }

    private static List<Set<Status>> states(boolean ofStock, Facts facts) {
        return facts.states.stream()
                .filter(state -> state.stream().anyMatch(Status::ofStock) == ofStock)
                .toList();
    }

    private static List<Binding.Value> wrong(
            Sentence sentence, Evidence evidence, List<Binding.Value> values, boolean ofStock) {
        List<Names.Anchor> anchors = FigureCheck.anchors(
                        sentence,
                        facts -> facts.states.stream()
                                .anyMatch(state -> state.stream().anyMatch(Status::ofStock) == ofStock))
                .stream()
                .filter(anchor -> !isReplaced(anchor, sentence))
                .toList();
        List<Binding.Value> own = values.stream()
                .filter(value ->
                        !sentence.isOfRest(value.start()) || !value.vouches().test(evidence.all))
                .toList();
        List<Binding.Value> wrong;
        if (!anchors.isEmpty()) {
            wrong = isOfAll(sentence, own, anchors)
                    ? own.stream()
                            .filter(value -> !anchors.stream().allMatch(anchor -> vouches(anchor, value)))
                            .toList()
                    : ofSubjects(own, Binding.unvouched(own, anchors), sentence, anchors);
        } else {
            wrong = values.stream()
                    .filter(value -> !value.vouches().test(evidence.all))
                    .filter(value -> !isGeneral(sentence, value))
                    .filter(value -> !(isElsewhere(value, sentence) && evidence.records.states.isEmpty()))
                    .filter(value -> !(ofStock && isOfPeople(value, sentence, evidence)))
                    .toList();
        }
        return wrong;
    }

    /** Who comes before the verb is who did it: "the desk was delivered along with the lamps" is no word on the lamps. */
    private static List<Binding.Value> ofSubjects(
            List<Binding.Value> values, List<Binding.Value> unvouched, Sentence sentence, List<Names.Anchor> anchors) {
        return values.stream()
                .filter(value -> unvouched.contains(value)
                        || anchors.stream()
                                .filter(anchor -> anchor.type() != Thing.Type.ORDER)
                                .filter(anchor -> anchor.end() <= value.start()
                                        && sentence.clause(value.start()).holds(anchor.start()))
                                .reduce((one, other) -> isCompany(other, sentence) ? one : other)
                                .filter(subject -> !vouches(subject, value))
                                .isPresent())
                .toList();
    }

    /** "Instead of the lamp you can have the desk" tells of the desk. */
    private static boolean isReplaced(Names.Anchor anchor, Sentence sentence) {
        String before = sentence.folded().substring(Math.max(0, anchor.start() - REPLACED), anchor.start());
        return sentence.words().has("instead", before);
    }

    /** Whether it is only said to go with something else. */
    private static boolean isCompany(Names.Anchor anchor, Sentence sentence) {
        String before = sentence.folded().substring(Math.max(0, anchor.start() - JOIN), anchor.start());
        return sentence.words().has("with", before);
    }

    private static boolean vouches(Names.Anchor anchor, Binding.Value value) {
        return anchor.things().stream().anyMatch(thing -> value.vouches().test(thing.facts()));
    }

    /** Whether one status is said of all that is named: "both #1 and #2 have arrived". */
    private static boolean isOfAll(Sentence sentence, List<Binding.Value> values, List<Names.Anchor> anchors) {
        if (anchors.size() < 2
                || values.size() != 1
                || anchors.getLast().end() > values.getFirst().start()) {
            return false;
        }
        for (int i = 1; i < anchors.size(); i++) {
            String between = sentence.folded()
                    .substring(
                            Math.min(anchors.get(i - 1).end(), anchors.get(i).start()),
                            anchors.get(i).start());
            // "The lamp of #1": what is said must be true of the lamp and of the order.
            boolean within = (anchors.get(i - 1).type() == Thing.Type.ORDER)
                    != (anchors.get(i).type() == Thing.Type.ORDER);
            boolean joined = between.length() <= JOIN
                    && (within
                            || between.strip().equals(",")
                            || sentence.words().has("and", between));
            if (!joined) {
                return false;
            }
        }
        return true;
    }

    private static boolean isElsewhere(Binding.Value value, Sentence sentence) {
        return sentence.words()
                .pattern("status.ELSEWHERE")
                .matcher(sentence.folded().substring(value.start(), value.end()))
                .matches();
    }

    /** Where no product is known, people and services may be available. */
    private static boolean isOfPeople(Binding.Value value, Sentence sentence, Evidence evidence) {
        String said = sentence.folded().substring(value.start(), value.end());
        return sentence.words().pattern("status.AVAILABLE").matcher(said).matches()
                && states(true, evidence.all).isEmpty();
    }

    /** Whether it speaks of orders or products at large, not of one. */
    private static boolean isGeneral(Sentence sentence, Binding.Value value) {
        String clause = sentence.clause(value.start()).text();
        boolean counted = sentence.mentions().stream()
                .anyMatch(mention -> mention instanceof Mention.Quantity quantity
                        && quantity.unit().equals("item")
                        && sentence.clause(value.start()).holds(mention.start()));
        return sentence.words().has("generic", clause) && !sentence.words().has("both", clause) && !counted;
    }
}
