package io.attendant.assistant.guard.claims;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;

/** Checks where an order or a parcel is said to stand, and whether a product is said to be available. */
final class StatusCheck {
    /** What can be said of a new item only when its exchange is done. */
    private static final Set<Status> MOVES = EnumSet.of(Status.SHIPPED, Status.TRANSIT, Status.OUT, Status.DELIVERED);

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
        claims.addAll(check(sentence, evidence, orders, false));
        claims.addAll(check(sentence, evidence, stock, true));
        return claims;
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
                        || (status == Status.DELIVERED
                                && oneOrder
                                && words.has("unit.order", clause.text())
                                && !words.has("unit.parcel", clause.text())));
        boolean swapped = MOVES.contains(status) && swapping && words.has("concept.NEW", clause.text());
        Matcher matcher = words.pattern("status." + status).matcher(clause.text());
        while (matcher.find()) {
            String said = matcher.group();
            values.add(new Binding.Value(
                    clause.start() + matcher.start(),
                    clause.start() + matcher.end(),
                    facts -> clause.negated()
                            ? lacks(status, facts)
                            : (!swapped && holds(status, whole, facts)) || isTold(status, said, evidence)));
        }
    }

    /** Places that no status tells stand in the carrier's reports, if anywhere. */
    private static boolean isTold(Status status, String said, Evidence evidence) {
        return status == Status.ELSEWHERE && evidence.corpus.contains(said);
    }

    private static boolean holds(Status status, boolean whole, Facts facts) {
        List<Set<Status>> states = states(status.ofStock(), facts);
        return !states.isEmpty()
                && (whole
                        ? states.stream().allMatch(state -> state.contains(status))
                        : states.stream().anyMatch(state -> state.contains(status)));
    }

    /** What nothing is known of may be denied. */
    private static boolean lacks(Status status, Facts facts) {
        List<Set<Status>> states = states(status.ofStock(), facts);
        return states.isEmpty() || states.stream().anyMatch(state -> !state.contains(status));
    }

    private static List<Set<Status>> states(boolean ofStock, Facts facts) {
        return facts.states.stream()
                .filter(state -> state.stream().anyMatch(Status::ofStock) == ofStock)
                .toList();
    }

    private static List<Claim> check(
            Sentence sentence, Evidence evidence, List<Binding.Value> values, boolean ofStock) {
        List<Names.Anchor> anchors = FigureCheck.anchors(
                sentence,
                facts -> facts.states.stream().anyMatch(state -> state.stream().anyMatch(Status::ofStock) == ofStock));
        List<Binding.Value> wrong;
        if (!anchors.isEmpty()) {
            wrong = Binding.unvouched(values, anchors);
        } else {
            wrong = values.stream()
                    .filter(value -> !value.vouches().test(evidence.all))
                    .filter(value -> !isGeneral(sentence, value))
                    .filter(value -> !(isElsewhere(value, sentence) && evidence.records.states.isEmpty()))
                    .filter(value -> !(ofStock && isOfPeople(value, sentence, evidence)))
                    .toList();
        }
        return wrong.stream()
                .map(value -> sentence.claim(Claim.Kind.STATUS, value.start(), value.end()))
                .toList();
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
        return sentence.words().has("generic", clause) && !sentence.words().has("both", clause);
    }
}
