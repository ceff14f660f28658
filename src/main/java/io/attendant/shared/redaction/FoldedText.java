package io.attendant.shared.redaction;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as it is searched: one plain character for each visible one, whatever its width, accent or script's digits; nothing
 * for invisible ones. Knows where each came from.
 */
public final class FoldedText {
    private static final char OTHER = '\uFFFC';
    private static final int ASCII = 0x80;

    private final String chars;
    private final String lower;
    private final int[] starts;

    private FoldedText(String chars, int[] starts) {
        this.chars = chars;
        this.starts = starts;
        StringBuilder lowered = new StringBuilder(chars.length());
        chars.chars().forEach(c -> lowered.append(Character.toLowerCase((char) c)));
        this.lower = lowered.toString();
    }

    public static FoldedText of(String text) {
        StringBuilder chars = new StringBuilder(text.length());
        int[] starts = new int[text.length() + 1];
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int folded = c < ASCII ? c : fold(c);
            if (folded >= 0) {
                starts[chars.length()] = i;
                chars.append(Character.isBmpCodePoint(folded) ? (char) folded : OTHER);
            }
            i += Character.charCount(c);
        }
        starts[chars.length()] = text.length();
        return new FoldedText(chars.toString(), Arrays.copyOf(starts, chars.length() + 1));
    }

    /** The plain form of a character, or -1 for none. */
    private static int fold(int c) {
        int digit = Character.digit(c, 10);
        if (digit >= 0) {
            return '0' + digit;
        }
        return switch (Character.getType(c)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> -1;
            case Character.DASH_PUNCTUATION -> '-';
            case Character.SPACE_SEPARATOR -> ' ';
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> '\n';
            default -> decomposed(c);
        };
    }

    private static int decomposed(int c) {
        switch (c) {
            case 'ł':
                return 'l';
            case 'Ł':
                return 'L';
            case '\u2212':
                return '-';
            default:
                String form = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
                int first = form.codePointAt(0);
                boolean single = form.codePoints().skip(1).allMatch(FoldedText::isMark);
                return single ? first : c;
        }
    }

    private static boolean isMark(int c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    int length() {
        return chars.length();
    }

    char at(int index) {
        return chars.charAt(index);
    }

    boolean isDigit(int index) {
        return index >= 0 && index < chars.length() && digit(index) >= 0;
    }

    /** 0 to 9, or -1. */
    int digit(int index) {
        char c = chars.charAt(index);
        return c >= '0' && c <= '9' ? c - '0' : -1;
    }

    /** Upper and lower case as written. */
    String chars() {
        return chars;
    }

    /** All in lower case, each character where it is in {@link #chars()}. */
    String lower() {
        return lower;
    }

    /** Where a folded character begins in the text that was folded; its length for the one after the last. */
    public int originalStart(int index) {
        return starts[index];
    }
}
