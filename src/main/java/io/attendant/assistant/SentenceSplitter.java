package io.attendant.assistant;

import java.util.Set;
import java.util.function.Consumer;

/**
 * Cuts a stream of text into sentences and passes each on as soon as it is complete: at {@code . ! ? … 。 ؟} or a line break,
 * or at the end of a clause once 300 characters have gathered, or of a word once 1,000 have. The pieces joined are the text, without white space at its
 * ends.
 *
 * <p>A full stop is no end within a number, a date or after an abbreviation. At the end of what has arrived so far that can
 * be open ({@code $1,234.} may go on with {@code 50}); then the next character decides, so that no figure is cut in two.
 */
public final class SentenceSplitter {
    private static final int CLAUSE_LENGTH = 300;
    /** No sentence is that long; what goes on is cut at a space, so that a text without an end is not gathered for ever. */
    private static final int LONGEST = 1_000;

    private static final String TERMINATORS = ".!?…。؟！？";
    private static final String CLOSERS = "\"'”’»)]*_`";
    private static final String CLAUSE_ENDS = ",;:،；，";
    private static final Set<String> ABBREVIATIONS = Set.of(
            "approx", "bspw", "bzw", "ca", "dr", "e.g", "eg", "etc", "evtl", "ggf", "i.e", "ie", "inc", "inkl", "ltd",
            "max", "min", "mr", "mrs", "ms", "nr", "no", "p.ej", "par ex", "sr", "sra", "st", "str", "tel", "u.a",
            "usw", "vgl", "vs", "z.b", "zzgl", "d.h", "np", "ul", "tzn", "bijv", "m.a.w");

    private final Consumer<String> sentences;
    private final StringBuilder pending = new StringBuilder();
    private boolean begun;

    public SentenceSplitter(Consumer<String> sentences) {
        this.sentences = sentences;
    }

    public void append(String text) {
        pending.append(text);
        int end;
        while ((end = nextEnd()) > 0) {
            pass(end);
        }
    }

    /** The stream is over: what is left is the last sentence. */
    public void finish() {
        int end = pending.length();
        while (end > 0 && Character.isWhitespace(pending.charAt(end - 1))) {
            end--;
        }
        pending.setLength(end);
        if (end > 0) {
            pass(end);
        }
    }

    private void pass(int end) {
        String sentence = pending.substring(0, end);
        pending.delete(0, end);
        if (!begun) {
            sentence = sentence.stripLeading();
        }
        if (!sentence.isEmpty()) {
            begun = true;
            sentences.accept(sentence);
        }
    }

    /** The index after the first complete sentence in {@link #pending}, or 0. */
    private int nextEnd() {
        boolean words = false;
        int clauseEnd = 0;
        for (int i = 0; i < pending.length(); i++) {
            char c = pending.charAt(i);
            if (c == '\n' && words) {
                return i;
            }
            if (Character.isLetterOrDigit(c)) {
                words = true;
            }
            if (words && TERMINATORS.indexOf(c) >= 0) {
                int end = endOfRun(i);
                if (end == pending.length() ? completesNow(i) : completesBefore(i, end)) {
                    return end;
                }
                i = end - 1;
            } else if (words && CLAUSE_ENDS.indexOf(c) >= 0 && isSpace(i + 1)) {
                clauseEnd = i + 1;
            }
        }
        if (clauseEnd == 0 && pending.length() > LONGEST) {
            return endOfWord();
        }
        return pending.length() > CLAUSE_LENGTH ? clauseEnd : 0;
    }

    private int endOfWord() {
        int end = LONGEST;
        while (end > CLAUSE_LENGTH && !Character.isWhitespace(pending.charAt(end))) {
            end--;
        }
        if (end > CLAUSE_LENGTH) {
            return end;
        }
        return Character.isLowSurrogate(pending.charAt(LONGEST)) ? LONGEST + 1 : LONGEST;
    }

    /** Past repeated terminators ("?!", "...") and the quotes or brackets that close over them. */
    private int endOfRun(int start) {
        int end = start + 1;
        while (end < pending.length()
                && (TERMINATORS.indexOf(pending.charAt(end)) >= 0 || CLOSERS.indexOf(pending.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    private boolean isSpace(int index) {
        return index < pending.length() && Character.isWhitespace(pending.charAt(index));
    }

    /** With what follows already here. */
    private boolean completesBefore(int terminator, int end) {
        if (pending.charAt(terminator) != '.') {
            return true;
        }
        if (!isSpace(end)) {
            return false;
        }
        if (isAbbreviation(terminator)) {
            return false;
        }
        // "am 3. November": a day or an ordinal, if what follows is no new sentence's number or the figure is short.
        return !(isOrdinal(terminator) && followedByMonthOrLowerCase(end));
    }

    private boolean followedByMonthOrLowerCase(int end) {
        int next = end;
        while (isSpace(next)) {
            next++;
        }
        if (next == pending.length()) {
            return true;
        }
        String rest = pending.substring(next, Math.min(pending.length(), next + 12));
        return Character.isLowerCase(rest.charAt(0)) || Months.startsWith(rest);
    }

    /** With nothing behind it yet: only what can't go on is an end. */
    private boolean completesNow(int terminator) {
        if (pending.charAt(terminator) != '.') {
            return true;
        }
        if (isAbbreviation(terminator)) {
            return false;
        }
        int digits = 0;
        while (digits < terminator && Character.isDigit(pending.charAt(terminator - 1 - digits))) {
            digits++;
        }
        if (digits == 0) {
            return true;
        }
        if (digits > 3) {
            return true;
        }
        // Two decimals are written, and no date is: "47.84." is over, "03.11." may get a year.
        int before = terminator - digits - 1;
        return digits == 2
                && before > 0
                && ".,".indexOf(pending.charAt(before)) >= 0
                && !mayBeDayAndMonth(before, terminator);
    }

    private boolean mayBeDayAndMonth(int separator, int terminator) {
        int start = separator;
        while (start > 0 && Character.isDigit(pending.charAt(start - 1))) {
            start--;
        }
        int month = Integer.parseInt(pending.substring(separator + 1, terminator));
        return pending.charAt(separator) == '.'
                && separator - start <= 2
                && separator > start
                && month >= 1
                && month <= 12;
    }

    private boolean isOrdinal(int terminator) {
        int start = terminator;
        while (start > 0 && Character.isDigit(pending.charAt(start - 1))) {
            start--;
        }
        return terminator - start >= 1
                && terminator - start <= 2
                && (start == 0 || Character.isWhitespace(pending.charAt(start - 1)));
    }

    private boolean isAbbreviation(int terminator) {
        int start = terminator;
        while (start > 0 && (Character.isLetter(pending.charAt(start - 1)) || pending.charAt(start - 1) == '.')) {
            start--;
        }
        String word = pending.substring(start, terminator).toLowerCase(java.util.Locale.ROOT);
        boolean initial = word.length() == 1 && Character.isUpperCase(pending.charAt(start)) && !word.equals("i");
        return initial || ABBREVIATIONS.contains(word);
    }
}
