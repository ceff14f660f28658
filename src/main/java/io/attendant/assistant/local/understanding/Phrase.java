package io.attendant.assistant.local.understanding;

import io.attendant.shared.SearchText;
import java.util.Arrays;
import java.util.List;

/**
 * Words that stand side by side, as the data files write them: {@code in_stock}. A star stands for any letters at the
 * beginning or the end of a word, or both: {@code deliver*}, {@code *status}, {@code *lieferung*}.
 */
record Phrase(List<Pattern> words) {

    record Pattern(String letters, boolean openStart, boolean openEnd) {
        static Pattern of(String written) {
            boolean openStart = written.startsWith("*");
            boolean openEnd = written.length() > 1 && written.endsWith("*");
            String letters = written.substring(openStart ? 1 : 0, written.length() - (openEnd ? 1 : 0));
            return new Pattern(SearchText.fold(letters), openStart, openEnd);
        }

        boolean isWhole() {
            return !openStart && !openEnd;
        }

        boolean matches(String folded) {
            if (openStart) {
                return openEnd ? folded.contains(letters) : folded.endsWith(letters);
            }
            return openEnd ? folded.startsWith(letters) : folded.equals(letters);
        }
    }

    static Phrase of(String written) {
        return new Phrase(Arrays.stream(written.split("_", -1)).map(Pattern::of).toList());
    }

    static List<Phrase> all(List<String> written) {
        return written.stream().map(Phrase::of).toList();
    }

    int length() {
        return words.size();
    }

    boolean isIn(Words message) {
        if (length() == 1 && words.get(0).isWhole()) {
            return message.present().contains(words.get(0).letters());
        }
        for (int start = 0; start + length() <= message.count(); start++) {
            if (isAt(message.inOrder(), start)) {
                return true;
            }
        }
        return false;
    }

    boolean isAt(List<String> folded, int start) {
        if (start < 0 || start + length() > folded.size()) {
            return false;
        }
        for (int i = 0; i < length(); i++) {
            if (!words.get(i).matches(folded.get(start + i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the phrase's last word is the one before {@code end}. */
    boolean endsBefore(List<String> folded, int end) {
        return isAt(folded, end - length());
    }
}
