package io.attendant.shared.redaction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands where a password might, and how much it looks like one.
 *
 * @param quoted whether it stands in quotation marks, which are not part of it
 */
record SecretValue(FoldedText text, int start, int end, boolean quoted) {
    private static final Pattern QUOTED =
            Pattern.compile("[\"'`«„“”‘’‚](?!\\[)((?:[^\\s\"'`«»„“”‘’\\[]|[ ](?=\\S)(?<![.!?]\\s)){2,100})[\"'`»“”‘’]");
    private static final Pattern TOKEN = Pattern.compile("[^\\s\\[]{1,128}");
    private static final String TRAILING = ".,;:!?)*_>\"'`»“”’";

    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Pattern SIGN_INSIDE =
            Pattern.compile("[\\p{L}\\d][!@#$%^&*_+=~|<>{}]|[!@#$%^&*_+=~|<>{}][\\p{L}\\d]");
    private static final Pattern CASE_INSIDE = Pattern.compile("\\p{Ll}\\p{Lu}");
    private static final Pattern SOMETHING_ELSE = Pattern.compile(
            "[^@\\s]+@[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)+|#\\p{L}?\\d+|https?:.*|www\\..*", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAIN_WORD = Pattern.compile("\\p{L}[\\p{L}'-]{2,}");
    private static final Pattern CLAUSE_ENDS =
            Pattern.compile("[ \\t]*+(?:$|[.,;:!?)\\r\\n]|(?<=\\s)(?:and|und|et|y|e|en|i|oraz|but|aber|mais"
                    + "|pero|ma|mas|maar|ale|for|fur|pour|para|per|voor|dla|please|bitte|thanks|thx)(?!\\p{L}))");

    private static final int MIN_LENGTH = 4;
    private static final int MACHINE_MADE = 12;

    static SecretValue at(FoldedText text, int start) {
        Matcher quoted = QUOTED.matcher(text.chars()).region(start, text.length());
        if (quoted.lookingAt()) {
            return new SecretValue(text, quoted.start(1), quoted.end(1), true);
        }
        Matcher token = TOKEN.matcher(text.chars()).region(start, text.length());
        int end = token.lookingAt() ? token.end() : start;
        while (end > start && TRAILING.indexOf(text.at(end - 1)) >= 0) {
            end--;
        }
        return new SecretValue(text, start, end, false);
    }

    private String words() {
        return text.chars().substring(start, end);
    }

    private boolean isCommon() {
        return SecretWords.isCommon(text.lower().substring(start, end));
    }

    /** Not a word of any language, nor an order, an address or a page. */
    boolean isStrong() {
        String words = words();
        if (words.length() < MIN_LENGTH || SOMETHING_ELSE.matcher(words).matches()) {
            return false;
        }
        boolean unusual = quoted
                || SIGN_INSIDE.matcher(words).find()
                || CASE_INSIDE.matcher(words).find();
        return DIGIT.matcher(words).find() || (unusual && !isCommon());
    }

    /** Strong with digits among letters, or signs. */
    boolean isMixed() {
        String words = words();
        return isStrong()
                && LETTER.matcher(words).find()
                && (DIGIT.matcher(words).find() || SIGN_INSIDE.matcher(words).find());
    }

    boolean isMachineMade() {
        return isMixed() && words().length() >= MACHINE_MADE;
    }

    /** A word that says nothing about passwords, with nothing after it in its clause. */
    boolean standsAlone() {
        return PLAIN_WORD.matcher(words()).matches()
                && !isCommon()
                && CLAUSE_ENDS
                        .matcher(text.lower())
                        .region(end, text.length())
                        .useTransparentBounds(true)
                        .lookingAt();
    }
}
