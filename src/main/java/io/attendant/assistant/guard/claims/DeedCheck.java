package io.attendant.assistant.guard.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** Checks what the assistant says it or the shop has done. */
final class DeedCheck {
    private static final List<String> PATTERNS = List.of("deed.first", "deed.passive", "deed.perfect", "deed.done");
    /** So much of a participle tells it in a text that has it in another form. */
    private static final int STEM = 5;

    private static final Set<String> CHANGES =
            Set.of("changeShippingAddress", "changePaymentMethod", "changeItems", "updateMyAddress");

    private DeedCheck() {}

    static List<Claim> check(Sentence sentence, Evidence evidence) {
        List<Claim> claims = new ArrayList<>();
        for (String key : PATTERNS) {
            Matcher matcher = sentence.words().pattern(key).matcher(sentence.folded());
            while (matcher.find()) {
                int verb = verb(matcher);
                boolean requested = isRequested(matcher.group(), key, sentence.words(), evidence);
                if (isClaim(sentence, key, matcher.start(), matcher.end(), verb, evidence)
                        && !requested
                        && !isVouched(
                                sentence,
                                key,
                                Math.min(
                                        matcher.start(),
                                        sentence.clause(matcher.start()).start()),
                                evidence)) {
                    claims.add(sentence.claim(Claim.Kind.DONE, matcher.start(), matcher.end()));
                }
            }
        }
        claims.addAll(money(sentence, evidence));
        return claims;
    }

    /** An amount that is on its way is a refund that somebody has made. */
    private static List<Claim> money(Sentence sentence, Evidence evidence) {
        List<Claim> claims = new ArrayList<>();
        Words words = sentence.words();
        for (Mention mention : sentence.mentions()) {
            if (mention instanceof Mention.Amount amount) {
                Clause clause = sentence.clause(amount.start());
                boolean moves = clause.asserts()
                        && !clause.negated()
                        && words.has("status.TRANSIT", clause.text())
                        && !words.has("unit.parcel", clause.text())
                        && !words.has("unit.order", clause.text())
                        && sentence.anchors().stream().noneMatch(anchor -> clause.holds(anchor.start()));
                if (moves && amount.values().stream().noneMatch(evidence.records.refunds::contains)) {
                    claims.add(sentence.claim(Claim.Kind.DONE, amount.start(), amount.end()));
                }
            }
        }
        return claims;
    }

    /** Whether it was only put on a card that waits for the shopper. */
    private static boolean isOnCard(Sentence sentence, Clause clause, Evidence evidence) {
        return !evidence.cards.isEmpty()
                && sentence.words().has("onCard", clause.text())
                && !sentence.words().has("deed.REFUND", clause.text());
    }

    /** Whether it is a status that the records have: "your return is requested". */
    private static boolean isRequested(String said, String key, Words words, Evidence evidence) {
        return key.equals("deed.done")
                && words.has("deed.requested", said)
                && ((words.has("deed.RETURN", said) && isState(evidence, Status.RETURN_REQUESTED))
                        || (words.has("deed.EXCHANGE", said) && isState(evidence, Status.EXCHANGE_REQUESTED)));
    }

    /** Where the verb stands that a pattern marks by a group, else where the match begins. */
    static int verb(Matcher matcher) {
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return matcher.start(group);
            }
        }
        return matcher.start();
    }

    private static boolean isClaim(Sentence sentence, String key, int start, int end, int verb, Evidence evidence) {
        Clause clause = sentence.clause(verb);
        Clause beginning = sentence.clause(start);
        boolean denied = key.equals("deed.done")
                ? clause.denies(start, end, sentence.words())
                : clause.negated() || beginning.negated();
        boolean supposed = clause.conditional() && isSaidBeside("conditional", clause, start, end, sentence.words());
        boolean asserted = !clause.question() && !supposed && !denied;
        boolean passive = !key.equals("deed.first");
        boolean harmless = key.equals("deed.perfect")
                ? isTold(sentence, clause, verb, evidence)
                : !passive && startsWith(sentence, "deed.harmless", verb);
        return asserted
                && !harmless
                && !isOnCard(sentence, clause, evidence)
                && !(passive && clause.modal() && isSaidBeside("modal", clause, start, end, sentence.words()));
    }

    /** Whether words of a kind stand elsewhere than in what was found: not so in "is going to Ghent now". */
    private static boolean isSaidBeside(String key, Clause clause, int start, int end, Words words) {
        int from = Math.clamp(start - clause.start(), 0, clause.text().length());
        int to = Math.clamp(end - clause.start(), from, clause.text().length());
        String said = clause.text().substring(from, to);
        String rest = clause.text().substring(0, from) + " | " + clause.text().substring(to);
        return !words.has(key, said) || words.has(key, rest);
    }

    /** What was done without saying by whom is a deed of ours, unless it is a status or what shoppers and texts tell. */
    private static boolean isTold(Sentence sentence, Clause clause, int verb, Evidence evidence) {
        if (startsWith(sentence, "deed.stated", verb)
                || startsWith(sentence, "role.PLACED", verb)
                || startsWith(sentence, "role.PAID", verb)
                || sentence.words().has("generic", clause.text())) {
            return true;
        }
        boolean status = Stream.of(Status.values())
                .map(state -> sentence.words().pattern("status." + state).matcher(sentence.folded()))
                .anyMatch(matcher -> {
                    while (matcher.find()) {
                        if (matcher.start() <= verb && matcher.end() > verb) {
                            return true;
                        }
                    }
                    return false;
                });
        String stem = sentence.folded()
                .substring(verb, Math.min(verb + STEM, sentence.folded().length()));
        return status || evidence.corpus.contains(stem);
    }

    static boolean startsWith(Sentence sentence, String key, int at) {
        Matcher matcher = sentence.words().pattern(key).matcher(sentence.folded());
        return matcher.region(at, sentence.folded().length())
                .useTransparentBounds(true)
                .lookingAt();
    }

    private static boolean isVouched(Sentence sentence, String key, int start, Evidence evidence) {
        String rest = sentence.folded().substring(start);
        Words words = sentence.words();
        if (words.has("deed.CANCEL", rest)) {
            return isDone(evidence, Set.of("cancelOrder")) || isState(evidence, Status.CANCELLED);
        }
        if (words.has("deed.FORWARD", rest)) {
            return evidence.ticket;
        }
        // Letters and labels are sent by nobody that the evidence could tell of.
        if (words.has("concept.LABEL", rest) || (words.has("concept.MAIL", rest) && !words.has("deed.CHANGE", rest))) {
            return false;
        }
        // A request is not the exchange itself, nor a return.
        boolean requested = !key.equals("deed.done") && words.has("deed.requested", rest);
        if (words.has("deed.EXCHANGE", rest)
                && (isDone(evidence, Set.of("exchangeItems"))
                        || (requested && isState(evidence, Status.EXCHANGE_REQUESTED)))) {
            return true;
        }
        if (words.has("deed.RETURN", rest)
                && (isDone(evidence, Set.of("returnItems"))
                        || (requested && isState(evidence, Status.RETURN_REQUESTED)))) {
            return true;
        }
        if (words.has("deed.REFUND", rest)) {
            return isDone(evidence, Set.of("cancelOrder", "changePaymentMethod", "changeItems"))
                    || isState(evidence, Status.REFUNDED);
        }
        if (words.has("deed.CHANGE", rest)) {
            return isDone(evidence, CHANGES);
        }
        return false;
    }

    private static boolean isDone(Evidence evidence, Set<String> kinds) {
        return kinds.stream().anyMatch(evidence.done::contains);
    }

    private static boolean isState(Evidence evidence, Status status) {
        return Stream.of(evidence.all)
                .flatMap(facts -> facts.states.stream())
                .anyMatch(state -> state.contains(status));
    }
}
