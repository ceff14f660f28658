package io.attendant.assistant.guard;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a text may be in truth: read backwards, with digits for letters, or out of an encoding. */
final class Disguises {
    private static final Pattern BLANK = Pattern.compile("[\\s>|\"'`]+");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{32,}+");
    private static final Pattern BETWEEN_HEX = Pattern.compile("\\\\u00|\\\\x|0x|[\\s%:,;-]");
    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{48,}+");
    private static final Pattern ENTITY = Pattern.compile("&#(x?)([0-9A-Fa-f]{1,6});?");
    private static final int HEX_RADIX = 16;
    private static final int BASE64_GROUP = 4;
    private static final double MOSTLY = 0.9;

    private static final Pattern MIXED_WORD = Pattern.compile("\\p{L}[01345789@$|]|[01345789@$|]\\p{L}");
    private static final int FEW_MIXED_WORDS = 2;
    private static final String LEET = "01345789@$!|";
    private static final String LETTERS = "oieastbgasii";

    private Disguises() {}

    static Stream<String> of(String text) {
        return Stream.of(
                        Stream.of(new StringBuilder(text).reverse().toString()),
                        digitsAsLetters(text).stream(),
                        entities(text).stream(),
                        base64(text).stream(),
                        hex(text).stream())
                .flatMap(plain -> plain);
    }

    /** The digit one is written for two letters. */
    private static List<String> digitsAsLetters(String text) {
        boolean several = MIXED_WORD
                .matcher(text)
                .results()
                .skip(FEW_MIXED_WORDS)
                .findAny()
                .isPresent();
        return several ? List.of(asLetters(text, 'i'), asLetters(text, 'l')) : List.of();
    }

    private static String asLetters(String text, char one) {
        StringBuilder letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int sign = LEET.indexOf(c);
            letters.append(c == '1' || c == '|' ? one : sign >= 0 ? LETTERS.charAt(sign) : c);
        }
        return letters.toString();
    }

    private static List<String> entities(String text) {
        if (!text.contains("&#")) {
            return List.of();
        }
        Matcher entity = ENTITY.matcher(text);
        return List.of(entity.replaceAll(Disguises::character));
    }

    private static String character(MatchResult entity) {
        boolean hex = !entity.group(1).isEmpty();
        if (!hex && !entity.group(2).chars().allMatch(Character::isDigit)) {
            return " ";
        }
        int c = Integer.parseInt(entity.group(2), hex ? HEX_RADIX : 10);
        return Character.isValidCodePoint(c) ? Matcher.quoteReplacement(Character.toString(c)) : " ";
    }

    /** Each run from each of the places where a group may begin. */
    private static List<String> base64(String text) {
        List<String> plain = new ArrayList<>();
        BASE64.matcher(BLANK.matcher(text).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .forEach(run -> {
                    String standard = run.replace('-', '+').replace('_', '/');
                    for (int start = 0; start < BASE64_GROUP; start++) {
                        int length = (standard.length() - start) / BASE64_GROUP * BASE64_GROUP;
                        addText(plain, Base64.getDecoder().decode(standard.substring(start, start + length)));
                    }
                });
        return plain;
    }

    private static List<String> hex(String text) {
        List<String> plain = new ArrayList<>();
        HEX.matcher(BETWEEN_HEX.matcher(text).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .forEach(run -> {
                    for (int start = 0; start < 2; start++) {
                        int length = (run.length() - start) / 2 * 2;
                        addText(plain, HexFormat.of().parseHex(run, start, start + length));
                    }
                });
        return plain;
    }

    private static void addText(List<String> plain, byte[] bytes) {
        int printable = 0;
        for (byte b : bytes) {
            printable += b >= ' ' || b == '\n' ? 1 : 0;
        }
        if (printable >= MOSTLY * bytes.length) {
            plain.add(new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
