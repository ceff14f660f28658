package io.attendant.shared;

/** Makes words from outside fit to be kept: what is wrong with them is replaced, since losing all of them would be worse. */
public final class StorableText {
    private static final int REPLACEMENT = 0xFFFD;

    private StorableText() {}

    /** The text with a replacement character for each NUL and each half of a surrogate pair; empty for null. */
    public static String of(String text) {
        if (text == null) {
            return "";
        }
        return Ids.isStorable(text)
                ? text
                : text.codePoints()
                        .map(c -> c == 0 || isHalf(c) ? REPLACEMENT : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** The beginning of {@link #of(String)}, at most {@code length} UTF-16 units and no half pair at its end. */
    public static String of(String text, int length) {
        String whole = of(text);
        if (whole.length() <= length) {
            return whole;
        }
        return whole.substring(0, Character.isHighSurrogate(whole.charAt(length - 1)) ? length - 1 : length);
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
