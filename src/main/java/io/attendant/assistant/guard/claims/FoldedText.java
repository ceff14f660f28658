package io.attendant.assistant.guard.claims;

import java.text.Normalizer;
import java.util.List;

/**
 * A text beside its folded twin, which has neither case, accents, Markdown marks nor kinds of spaces and apostrophes. Both
 * have the same length, so that a place found in one is the same place in the other.
 */
record FoldedText(String original, String folded) {
    private static final int TABLE = 0x250;
    private static final char BLANKED = '\u00a7';
    private static final char[] FOLDED = new char[TABLE];

    static {
        for (char letter = 0; letter < TABLE; letter++) {
            FOLDED[letter] = folded(letter);
        }
    }

    static FoldedText of(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        char[] folded = new char[composed.length()];
        for (int i = 0; i < folded.length; i++) {
            char letter = composed.charAt(i);
            folded[i] = letter < TABLE ? FOLDED[letter] : other(letter);
        }
        return new FoldedText(composed, new String(folded));
    }

    static String fold(String text) {
        return of(text).folded;
    }

    /** The same with a sign that is no letter in each place of these. */
    FoldedText without(List<Mention> mentions) {
        StringBuilder rest = new StringBuilder(folded);
        mentions.forEach(mention -> {
            for (int i = mention.start(); i < mention.end(); i++) {
                rest.setCharAt(i, BLANKED);
            }
        });
        return new FoldedText(original, rest.toString());
    }

    private static char folded(char letter) {
        return switch (letter) {
            case '*', '`', '_', '|', '\u00a0' -> ' ';
            case 'ß' -> 's';
            case 'ł', 'Ł' -> 'l';
            case 'ø', 'Ø' -> 'o';
            case 'æ', 'Æ' -> 'a';
            case 'œ', 'Œ' -> 'o';
            case '´' -> '\'';
            case '×' -> 'x';
            case 'º', 'ª', '°' -> letter;
            default ->
                Character.toLowerCase(Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD)
                        .charAt(0));
        };
    }

    private static char other(char letter) {
        return switch (letter) {
            case '\u2018', '\u2019', '\u02bc' -> '\'';
            case '\u2010', '\u2011' -> '-';
            case '\u2212' -> '-';
            case '\u2002', '\u2003', '\u2007', '\u2008', '\u2009', '\u200a', '\u202f', '\u3000' -> ' ';
            case '\u201c', '\u201d', '\u201e' -> '"';
            default -> Character.toLowerCase(letter);
        };
    }

    String original(int start, int end) {
        return original.substring(start, end).strip();
    }
}
