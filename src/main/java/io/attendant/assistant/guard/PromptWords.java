package io.attendant.assistant.guard;

import io.attendant.shared.SearchText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A text as bare words: no case, accents, signs, invisible characters or numbers. */
final class PromptWords {
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");

    private PromptWords() {}

    static List<String> of(String text) {
        String folded = SearchText.fold(INVISIBLE.matcher(text).replaceAll(""));
        List<String> words = new ArrayList<>();
        int start = -1;
        boolean letters = false;
        for (int i = 0; i <= folded.length(); i++) {
            char c = i < folded.length() ? folded.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) {
                start = start < 0 ? i : start;
                letters |= Character.isLetter(c);
            } else if (start >= 0) {
                // Numbered words or lines are still the same words.
                if (letters) {
                    words.add(folded.substring(start, i));
                }
                start = -1;
                letters = false;
            }
        }
        return words;
    }

    static String joined(String text) {
        return String.join(" ", of(text));
    }
}
