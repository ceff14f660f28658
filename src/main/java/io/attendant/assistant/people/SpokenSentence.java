package io.attendant.assistant.people;

import io.attendant.shared.SearchText;
import java.util.ArrayList;
import java.util.List;

/**
 * A sentence as folded words.
 *
 * @param clauses for each word the number of the clause between commas and dashes that it stands in
 * @param asks whether it ends with a question mark
 */
record SpokenSentence(List<String> words, List<Integer> clauses, boolean asks) {
    private static final String ENDS = ".!?…;\n";
    private static final String PAUSES = ",:()–—";

    /** The sentences of a text that have words. */
    static List<SpokenSentence> of(String text) {
        // Folding takes "…" apart into dots.
        String folded = SearchText.fold(text);
        List<SpokenSentence> sentences = new ArrayList<>();
        List<String> words = new ArrayList<>();
        List<Integer> clauses = new ArrayList<>();
        int clause = 0;
        int at = 0;
        while (at < folded.length()) {
            int letter = folded.codePointAt(at);
            int next = at + Character.charCount(letter);
            if (Character.isLetterOrDigit(letter)) {
                next = endOfWord(folded, at);
                words.add(folded.substring(at, next));
                clauses.add(clause);
            } else if (PAUSES.indexOf(letter) >= 0) {
                clause++;
            } else if (endsAt(folded, at, next) && !words.isEmpty()) {
                sentences.add(new SpokenSentence(List.copyOf(words), List.copyOf(clauses), letter == '?'));
                words.clear();
                clauses.clear();
                clause = 0;
            }
            at = next;
        }
        if (!words.isEmpty()) {
            sentences.add(new SpokenSentence(List.copyOf(words), List.copyOf(clauses), false));
        }
        return sentences;
    }

    /** The words of each clause. */
    List<List<String>> inClauses() {
        List<List<String>> parts = new ArrayList<>();
        int from = 0;
        for (int at = 1; at <= words.size(); at++) {
            if (at == words.size() || !clauses.get(at).equals(clauses.get(from))) {
                parts.add(words.subList(from, at));
                from = at;
            }
        }
        return parts;
    }

    private static int endOfWord(String text, int start) {
        int at = start;
        while (at < text.length() && Character.isLetterOrDigit(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    /** A dot inside a number or an address ends nothing. */
    private static boolean endsAt(String text, int at, int next) {
        char sign = text.charAt(at);
        return ENDS.indexOf(sign) >= 0
                && (sign != '.' || next >= text.length() || !Character.isLetterOrDigit(text.charAt(next)));
    }
}
