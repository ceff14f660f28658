package io.attendant.assistant.local.understanding;

import io.attendant.shared.SearchText;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a message is recognised by: its words, neighbouring words, and pieces of words, which survive slips of the keyboard and
 * endings. Each is a number by its hash, so that no dictionary has to be kept; several of a kind may share one, which costs
 * little (Weinberger et al., "Feature Hashing for Large Scale Multitask Learning", 2009).
 *
 * @param numbers rising, below {@link #SIZE}
 * @param values how strong each is
 */
public record MessageFeatures(int[] numbers, float[] values) {
    public static final int SIZE = 1 << 17;

    private static final int MAX_WORDS = 120;
    private static final int SHORTEST_PIECE = 3;
    private static final int LONGEST_PIECE = 5;
    private static final double WORD = 1;
    private static final double PAIR = 0.7;
    private static final double APART = 0.3;
    private static final double PIECE = 0.5;
    private static final double LENGTH = 0.3;
    private static final double CUE = 0.1;

    private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
    private static final Pattern TOKEN =
            Pattern.compile("[\\p{L}\\p{M}]+|[\\p{L}#]*\\p{N}[\\p{L}\\p{N}-]*|[?!@]|[^\\p{L}\\p{N}\\s\\p{P}]");
    /** Digits of which a number is hardly a size or a count. */
    private static final int DIGITS_OF_A_CODE = 4;

    /** @param cues what the words of the data files point at, and how much */
    static MessageFeatures of(String text, List<IntentScore> cues) {
        List<String> words = words(text);
        var found = new Found();
        if (!words.isEmpty()) {
            found.add('f', words.get(0), PAIR);
            found.add('l', Integer.toString(Math.min(5, words.size() / 3)), LENGTH);
        }
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            found.add('w', word, WORD);
            if (i + 1 < words.size()) {
                found.add('p', word + " " + words.get(i + 1), PAIR);
            }
            for (int apart = i + 2; apart <= i + 3 && apart < words.size(); apart++) {
                found.add('a', word + " " + words.get(apart), APART);
            }
            if (Character.isLetter(word.charAt(0))) {
                pieces("^" + word + "$", found);
            }
        }
        found.scale();
        // Beside the words, not among them: the more words there are, the less would be left of a cue.
        cues.forEach(cue -> found.add('q', cue.intent().name(), CUE * cue.confidence()));
        return found.features();
    }

    private static void pieces(String word, Found found) {
        for (int length = SHORTEST_PIECE; length <= LONGEST_PIECE; length++) {
            for (int start = 0; start + length <= word.length(); start++) {
                found.add('c', word.substring(start, start + length), PIECE);
            }
        }
    }

    /** Which number it is says nothing about what is wanted, only that there is one. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher token = TOKEN.matcher(SearchText.fold(MAIL.matcher(text).replaceAll(" @ ")));
        while (token.find() && words.size() < MAX_WORDS) {
            String word = token.group();
            long digits = word.chars().filter(Character::isDigit).count();
            boolean code = digits >= DIGITS_OF_A_CODE || word.startsWith("#");
            words.add(digits == 0 ? word : code ? "#code" : "#number");
        }
        return words;
    }

    private static final class Found {
        private final TreeMap<Integer, Double> values = new TreeMap<>();

        void add(char kind, String name, double value) {
            values.merge(number(kind, name), value, Math::max);
        }

        /** FNV-1a over the characters, with a last stir for the low bits. */
        private static int number(char kind, String name) {
            int hash = (0x811c9dc5 ^ kind) * 0x01000193;
            for (int i = 0; i < name.length(); i++) {
                hash = (hash ^ name.charAt(i)) * 0x01000193;
            }
            hash = (hash ^ (hash >>> 15)) * 0x2c1b3c6d;
            return (hash ^ (hash >>> 12)) & (SIZE - 1);
        }

        /** Makes long and short messages alike. */
        void scale() {
            double length = Math.sqrt(
                    values.values().stream().mapToDouble(value -> value * value).sum());
            values.replaceAll((number, value) -> value / length);
        }

        MessageFeatures features() {
            int[] numbers = new int[values.size()];
            float[] strengths = new float[values.size()];
            int i = 0;
            for (var entry : values.entrySet()) {
                numbers[i] = entry.getKey();
                strengths[i++] = entry.getValue().floatValue();
            }
            return new MessageFeatures(numbers, strengths);
        }
    }
}
