package io.attendant.shared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * Takes out of a text what a reader can't see but a machine reads: tag characters, controls of direction, joiners and variation
 * selectors where no script or emoji needs them. In them somebody can hide instructions from people. What Arabic, Persian and
 * Indic words and emoji are made of stays.
 */
public final class VisibleText {
    private static final int ZERO_WIDTH_SPACE = 0x200B;
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int LEFT_TO_RIGHT_MARK = 0x200E;
    private static final int RIGHT_TO_LEFT_MARK = 0x200F;
    private static final int ARABIC_LETTER_MARK = 0x061C;
    private static final int EMOJI_STYLE = 0xFE0F;
    private static final int TEXT_STYLE = 0xFE0E;
    private static final int BLACK_FLAG = 0x1F3F4;
    private static final int TAG = 0xE0000;
    private static final int CANCEL_TAG = 0xE007F;
    /** The flags that are written with tags; any other would have room for words. */
    private static final Set<String> TAGGED_FLAGS = Set.of("gbeng", "gbsct", "gbwls");

    private static final int TAGS_OF_A_FLAG = 5;

    /** Scripts whose letters change with a joiner or non-joiner between them. */
    private static final Set<UnicodeScript> JOINING = EnumSet.of(
            UnicodeScript.ARABIC,
            UnicodeScript.SYRIAC,
            UnicodeScript.NKO,
            UnicodeScript.MANDAIC,
            UnicodeScript.MONGOLIAN,
            UnicodeScript.DEVANAGARI,
            UnicodeScript.BENGALI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.GUJARATI,
            UnicodeScript.ORIYA,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.KANNADA,
            UnicodeScript.MALAYALAM,
            UnicodeScript.SINHALA,
            UnicodeScript.TIBETAN,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    /** Scripts without spaces, where a line may be broken at an invisible one. */
    private static final Set<UnicodeScript> UNSPACED =
            EnumSet.of(UnicodeScript.THAI, UnicodeScript.LAO, UnicodeScript.KHMER, UnicodeScript.MYANMAR);

    private VisibleText() {}

    /** The text without what is invisible; the same text again if there is nothing of the kind. Other line ends become {@code \n}. */
    public static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            if (c == BLACK_FLAG && flagEnd(text, next) > next) {
                next = flagEnd(text, next);
                visible.append(text, i, next);
            } else if (c == 0x2028 || c == 0x2029 || c == 0x85) {
                visible.append('\n');
            } else if (!isInvisible(c) || isNeeded(c, visible, text, next)) {
                visible.appendCodePoint(c);
            }
            i = next;
        }
        String result = visible.toString();
        return result.equals(text) ? text : result;
    }

    /** A copy with every text and every name in it made visible. */
    public static JsonNode of(JsonNode json) {
        if (json.isTextual()) {
            return JsonNodeFactory.instance.textNode(of(json.textValue()));
        }
        if (json.isArray()) {
            var copy = JsonNodeFactory.instance.arrayNode(json.size());
            json.forEach(element -> copy.add(of(element)));
            return copy;
        }
        if (json.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            json.properties().forEach(field -> copy.set(of(field.getKey()), of(field.getValue())));
            return copy;
        }
        return json;
    }

    private static int flagEnd(String text, int start) {
        StringBuilder region = new StringBuilder();
        int i = start;
        while (i < text.length() && region.length() <= TAGS_OF_A_FLAG) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == CANCEL_TAG) {
                return TAGGED_FLAGS.contains(region.toString()) ? i : start;
            }
            if (c <= TAG || c > CANCEL_TAG) {
                return start;
            }
            region.append((char) (c - TAG));
        }
        return start;
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT -> !isPrintedFormat(c);
            case Character.CONTROL -> c != '\n' && c != '\t' && c != '\r';
            default -> isVariationSelector(c) || isFiller(c) || (c >= TAG && c <= 0xE0FFF);
        };
    }

    /** Signs that Unicode counts as format but that are drawn, as the Arabic number sign. */
    private static boolean isPrintedFormat(int c) {
        return (c >= 0x0600 && c <= 0x0605)
                || c == 0x06DD
                || c == 0x070F
                || c == 0x0890
                || c == 0x0891
                || c == 0x08E2
                || c == 0x110BD
                || c == 0x110CD;
    }

    private static boolean isVariationSelector(int c) {
        return (c >= 0xFE00 && c <= EMOJI_STYLE) || (c >= 0xE0100 && c <= 0xE01EF) || (c >= 0x180B && c <= 0x180F);
    }

    /** Letters and marks without a form. */
    private static boolean isFiller(int c) {
        return switch (c) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0 -> true;
            default -> false;
        };
    }

    /** Whether an invisible character does its work where it stands. */
    private static boolean isNeeded(int c, StringBuilder before, String text, int next) {
        if (before.isEmpty()) {
            return false;
        }
        int left = before.codePointBefore(before.length());
        int right = next < text.length() ? text.codePointAt(next) : ' ';
        return switch (c) {
            case NON_JOINER -> JOINING.contains(script(before)) && JOINING.contains(UnicodeScript.of(right));
            case JOINER ->
                joinsEmoji(left, right) || (left != JOINER && !isInvisible(left) && JOINING.contains(script(before)));
            case ZERO_WIDTH_SPACE ->
                UNSPACED.contains(UnicodeScript.of(left)) && UNSPACED.contains(UnicodeScript.of(right));
            case LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK, ARABIC_LETTER_MARK ->
                !isInvisible(left) && ((!isInvisible(right) && isRightToLeft(right)) || nearRightToLeft(before));
            case EMOJI_STYLE, TEXT_STYLE -> Character.isEmoji(left);
            default -> isVariationSelector(c) && selects(c, left);
        };
    }

    /** The script of the last letter; a mark has that of the letter that it is on. */
    private static UnicodeScript script(StringBuilder before) {
        int i = before.length();
        while (i > 0) {
            int c = before.codePointBefore(i);
            UnicodeScript script = UnicodeScript.of(c);
            if (script != UnicodeScript.INHERITED) {
                return script;
            }
            i -= Character.charCount(c);
        }
        return UnicodeScript.COMMON;
    }

    private static boolean joinsEmoji(int left, int right) {
        return (Character.isEmoji(left) || left == EMOJI_STYLE) && Character.isExtendedPictographic(right);
    }

    private static boolean isRightToLeft(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    /** Whether a right-to-left letter stands a few signs before: the mark keeps a full stop or bracket on its side. */
    private static boolean nearRightToLeft(StringBuilder before) {
        int reach = Math.max(0, before.length() - 8);
        return before.substring(reach).codePoints().anyMatch(VisibleText::isRightToLeft);
    }

    /** One after an ideograph or a Mongolian letter chooses its form. */
    private static boolean selects(int selector, int base) {
        return (selector >= 0x180B && selector <= 0x180F)
                ? UnicodeScript.of(base) == UnicodeScript.MONGOLIAN && !isVariationSelector(base)
                : Character.isIdeographic(base);
    }
}
