package io.attendant.assistant.guard.claims;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/** Checks what is promised: work that nobody was asked to do, or favours that nobody granted. */
final class PromiseCheck {
    private static final List<String> PATTERNS =
            List.of("promise.i", "promise.we", "promise.people", "promise.get", "promise.contact", "promise.word");

    /** What a person does who was brought in. */
    private static final Set<String> PEOPLE = Set.of("CALL", "REPLY");

    private static final int PARTICLE = 3;

    private PromiseCheck() {}

    static List<Claim> check(Sentence sentence, Evidence evidence) {
        List<Claim> claims = new ArrayList<>();
        for (String key : PATTERNS) {
            Matcher matcher = sentence.words().pattern(key).matcher(sentence.folded());
            while (matcher.find()) {
                if (isClaim(sentence, key, matcher) && !isVouched(sentence, key, matcher.start(), evidence)) {
                    claims.add(sentence.claim(Claim.Kind.PROMISE, matcher.start(), matcher.end()));
                }
            }
        }
        claims.addAll(free(sentence, evidence));
        claims.addAll(favours(sentence, evidence));
        return claims;
    }

    /** A gift or a discount that nothing speaks of, however it is granted. */
    private static List<Claim> favours(Sentence sentence, Evidence evidence) {
        List<Claim> claims = new ArrayList<>();
        boolean spoken = evidence.concepts.contains("GIFT") || ContextCheck.isFromText(sentence, evidence);
        Matcher matcher = sentence.words().pattern("concept.GIFT").matcher(sentence.folded());
        while (!spoken && matcher.find()) {
            Clause clause = sentence.clause(matcher.start());
            if (!clause.question()
                    && !clause.conditional()
                    && !clause.negated()
                    && !evidence.corpus.contains(matcher.group())) {
                claims.add(sentence.claim(Claim.Kind.PROMISE, matcher.start(), matcher.end()));
            }
        }
        return claims;
    }

    private static boolean isClaim(Sentence sentence, String key, Matcher matcher) {
        Clause clause = sentence.clause(matcher.start());
        int verb = DeedCheck.verb(matcher);
        boolean offered = clause.question()
                || sentence.words().has("offer", sentence.folded())
                || (clause.conditional() && !isAppointed(sentence, clause))
                || (key.equals("promise.word")
                        ? clause.denies(matcher.start(), matcher.end(), sentence.words())
                        : clause.deniesMoreThanPrice(sentence.words())
                                || sentence.clause(verb).deniesMoreThanPrice(sentence.words()));
        boolean harmless = (key.equals("promise.i") || key.equals("promise.we") || key.equals("promise.people"))
                && DeedCheck.startsWith(sentence, "promise.harmless", verb);
        // "is going to" begins with a word that is none.
        boolean particle = verb > matcher.start()
                && sentence.folded().substring(verb, matcher.end()).indexOf(' ') < 0
                && isParticle(word(sentence.folded(), verb), sentence.words());
        return !offered && !harmless && !particle && !isOtherTense(sentence, verb, key) && !isName(sentence, verb);
    }

    /** "As soon as it ships you'll get a mail" promises one, as long as it's not the shopper who has to do something. */
    private static boolean isAppointed(Sentence sentence, Clause clause) {
        Words words = sentence.words();
        return words.has("soon", clause.text()) && !words.has("confirming", sentence.folded());
    }

    /** Articles and pronouns look like verbs where verbs are told by their endings. */
    private static boolean isParticle(String word, Words words) {
        return word.length() <= PARTICLE && words.isFunctionWord(word);
    }

    /** An accent tells what was from what is ("costó" from "compro"), and what will be from a noun ("verrò" from "ferro"). */
    private static boolean isOtherTense(Sentence sentence, int verb, String key) {
        String said = word(sentence.folded(), verb);
        if (said.isEmpty()) {
            return false;
        }
        char last = sentence.text().original().charAt(verb + said.length() - 1);
        boolean future = key.equals("promise.i")
                && sentence.words().pattern("future").matcher(said).matches();
        return last == 'ó' || (future && last <= 'z');
    }

    private static String word(String folded, int at) {
        int end = at;
        while (end < folded.length() && Character.isLetter(folded.charAt(end))) {
            end++;
        }
        return folded.substring(at, end);
    }

    /** A capital inside a sentence begins a name. */
    private static boolean isName(Sentence sentence, int at) {
        String text = sentence.text().original();
        return at > 1
                && Character.isUpperCase(text.charAt(at))
                && (Character.isLetter(text.charAt(at - 2)) || text.charAt(at - 2) == '/');
    }

    private static boolean isVouched(Sentence sentence, String key, int start, Evidence evidence) {
        String rest = sentence.folded().substring(start);
        if (key.equals("promise.i")) {
            return evidence.ticket
                    && sentence.words().pattern("forwarding").matcher(rest).lookingAt();
        }
        List<String> concepts = sentence.words().family("concept.").entrySet().stream()
                .filter(concept -> concept.getValue().matcher(rest).find())
                .map(Map.Entry::getKey)
                .toList();
        if (key.equals("promise.we") && isAddressOnFile(sentence, evidence)) {
            return true;
        }
        if (key.equals("promise.people") && isOfHours(sentence, evidence)) {
            return true;
        }
        if (evidence.ticket && concepts.stream().allMatch(PEOPLE::contains)) {
            return true;
        }
        return evidence.concepts.containsAll(concepts)
                && (!concepts.isEmpty() || ContextCheck.isFromText(sentence, evidence));
    }

    /** That somebody is there from one hour to another that are told is no promise. */
    private static boolean isOfHours(Sentence sentence, Evidence evidence) {
        return sentence.mentions().stream()
                        .filter(mention -> mention instanceof Mention.Clock clock
                                && evidence.all.minutes.contains(clock.hour() * 60 + clock.minute()))
                        .count()
                > 1;
    }

    /** "We write to you at ..." tells an address and promises no letter. */
    private static boolean isAddressOnFile(Sentence sentence, Evidence evidence) {
        return sentence.mentions().stream()
                .anyMatch(mention -> mention instanceof Mention.Identifier id
                        && id.kind() == Claim.Kind.EMAIL
                        && evidence.identifiers.contains(id.value()));
    }

    /** That something costs nothing is a favour too. */
    private static List<Claim> free(Sentence sentence, Evidence evidence) {
        List<Claim> claims = new ArrayList<>();
        boolean granted = evidence.concepts.contains("FREE") || evidence.common.calculated.contains(BigDecimal.ZERO);
        Matcher matcher = sentence.words().pattern("free").matcher(sentence.folded());
        while (!granted && matcher.find()) {
            Clause clause = sentence.clause(matcher.start());
            boolean harmless = sentence.words().has("freeHarmless", clause.text());
            if (!clause.question() && !clause.negated() && !harmless) {
                claims.add(sentence.claim(Claim.Kind.FREE, matcher.start(), matcher.end()));
            }
        }
        return claims;
    }
}
