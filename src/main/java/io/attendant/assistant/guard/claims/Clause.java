package io.attendant.assistant.guard.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a sentence that states one thing, or doesn't state but asks, supposes or offers it.
 *
 * @param conditional whether it only supposes: "if your order has shipped"
 * @param modal whether it says what can, should or will be
 */
record Clause(int start, int end, String text, boolean question, boolean conditional, boolean modal, boolean negated) {
    private static final Pattern HARD = Pattern.compile("[;:()!?\u2013\u2014\u2026]|[,.](?=\\s|$)|\\s-\\s|\\n");

    boolean asserts() {
        return !question && !conditional && !modal;
    }

    boolean holds(int at) {
        return at >= start && at < end;
    }

    /** Whether it denies what stands from {@code from} to {@code to} in the whole text: "no longer exists" denies nothing. */
    boolean denies(int from, int to, Words words) {
        int cut = Math.clamp(from - start, 0, text.length());
        int resume = Math.clamp(to - start, cut, text.length());
        return negated && words.has("negation", text.substring(0, cut) + " | " + text.substring(resume));
    }

    /** Whether it denies something other than a price: "we'll send one at no cost" denies nothing. */
    boolean deniesMoreThanPrice(Words words) {
        return negated
                && words.has("negation", words.pattern("free").matcher(text).replaceAll(" | "));
    }

    static List<Clause> of(FoldedText text, Words words) {
        String folded = text.folded();
        boolean question = folded.stripTrailing().endsWith("?") || folded.indexOf('¿') >= 0;
        List<Clause> clauses = new ArrayList<>();
        Matcher hard = HARD.matcher(folded);
        int start = 0;
        while (start < folded.length()) {
            int end = hard.find(start) ? hard.end() : folded.length();
            split(text, start, end, question, words, clauses);
            start = end;
        }
        return clauses;
    }

    /** Conjunctions begin a clause; what is supposed stays so after an "and", not after a "because". */
    private static void split(
            FoldedText text, int start, int end, boolean question, Words words, List<Clause> clauses) {
        String part = text.folded().substring(start, end);
        Matcher conjunction = words.pattern("split").matcher(part);
        int from = 0;
        while (conjunction.find()) {
            if (conjunction.start() > from) {
                joined(text, part, start, from, conjunction.start(), question, words, clauses);
                from = conjunction.start();
            }
        }
        joined(text, part, start, from, part.length(), question, words, clauses);
    }

    private static void joined(
            FoldedText text,
            String part,
            int offset,
            int from,
            int to,
            boolean question,
            Words words,
            List<Clause> clauses) {
        boolean conditional = false;
        boolean modal = false;
        int begin = from;
        while (begin < to) {
            int and = and(text, words, part, offset, begin + 1, to);
            int supposition = next(words.pattern("conditional"), part, begin + 1, to);
            int end = Math.min(and, supposition);
            String own = part.substring(begin, end);
            conditional |= words.has("conditional", own);
            modal |= words.has("modal", own);
            clauses.add(new Clause(
                    offset + begin, offset + end, own, question, conditional, modal, words.has("negation", own)));
            if (supposition < and) {
                modal = false;
            }
            begin = end;
        }
    }

    /** Without its accent "è" looks like "e". */
    private static int and(FoldedText text, Words words, String part, int offset, int from, int to) {
        int and = next(words.pattern("and"), part, from, to);
        while (and < to && text.original().charAt(offset + and) > 'z') {
            and = next(words.pattern("and"), part, and + 1, to);
        }
        return and;
    }

    private static int next(Pattern pattern, String part, int from, int to) {
        if (from >= to) {
            return to;
        }
        Matcher matcher = pattern.matcher(part).region(from, to).useTransparentBounds(true);
        return matcher.find() ? matcher.start() : to;
    }
}
