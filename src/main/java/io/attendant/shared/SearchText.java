package io.attendant.shared;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words for PostgreSQL's full-text search, folded here rather than in the database, whose locale is the operator's: letter
 * case, accents and width don't count. The words go to the database as ready {@code tsvector} and {@code tsquery} literals
 * made of letters and digits alone, so no character of a shopper's text has a meaning there.
 */
public final class SearchText {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final List<String> ES_PLURALS = List.of("ses", "xes", "zes", "ches", "shes");
    private static final String SIBILANTS = "sxz";
    private static final Pattern SHORT = Pattern.compile("[a-z0-9]{1,3}");
    private static final int MAX_WORDS = 16;
    private static final int MAX_WORD_LENGTH = 64;
    /** PostgreSQL takes a vector of at most a megabyte; this many characters stay below that in any script. */
    private static final int MAX_VECTOR_LENGTH = 200_000;

    /**
     * Folded words that say nothing about what is looked for, in the languages of the UI; none that means a thing in another
     * of them, as the German "hat" does.
     */
    private static final Set<String> STOP_WORDS = Set.copyOf(Stream.of(
                    "a an and any are can could do does for from have how i in is it me my of on or please show some the",
                    "there this to what when where which with would you your",
                    "der das dem den ein eine einen einer eines ich du sie wir ihr und oder ist sind wie wo wann welche",
                    "welcher welches mein meine meinen mit fur von zum zur kann habe haben bitte auf im",
                    "le la les un une des du de et ou est sont je vous nous mon ma mes comment quand quel quelle pour avec",
                    "dans sur el los las una y es son mi mis como cuando cual donde para por con que",
                    "il lo gli uno della dello di e sono mio mia quando quale dove per",
                    "o as um uma do da dos das meu minha qual onde com",
                    "het een ik mijn en is zijn hoe waar wanneer welke voor van met kan",
                    "i w z na do jest sa jak gdzie kiedy ktory ktora moj moja dla czy sie")
            .flatMap(line -> Stream.of(line.split(" ", -1)))
            .distinct()
            .toList());

    private SearchText() {}

    /** Folded for comparison: no case, no accents, compatibility forms joined. */
    public static String fold(String text) {
        String folded =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return folded.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace('ł', 'l')
                .replace('ø', 'o')
                .replace("æ", "ae")
                .replace("œ", "oe");
    }

    public static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : NOT_WORD.split(fold(text), -1)) {
            if (!word.isEmpty()) {
                words.add(shortened(word));
            }
        }
        return words;
    }

    private static String shortened(String word) {
        if (word.length() <= MAX_WORD_LENGTH) {
            return word;
        }
        int end = Character.isHighSurrogate(word.charAt(MAX_WORD_LENGTH - 1)) ? MAX_WORD_LENGTH - 1 : MAX_WORD_LENGTH;
        return word.substring(0, end);
    }

    /** A part of a document; weight A counts most, D least. */
    public record Part(char weight, String text) {}

    /** The {@code tsvector} literal of a document; of a very long one only the beginning. */
    public static String vector(List<Part> parts) {
        StringBuilder vector = new StringBuilder();
        int position = 0;
        for (Part part : parts) {
            if (part.text() == null) {
                continue;
            }
            for (String word : words(part.text())) {
                if (vector.length() > MAX_VECTOR_LENGTH) {
                    return vector.toString();
                }
                // 16383 is the highest position a tsvector holds.
                position = Math.min(position + 1, 16_383);
                vector.append('\'')
                        .append(word)
                        .append("':")
                        .append(position)
                        .append(part.weight())
                        .append(' ');
            }
        }
        return vector.toString();
    }

    /**
     * The {@code tsquery} literals for what somebody typed: first that all words match, then any of them; words match as
     * beginnings, short ones as a whole, and a plural finds its singular.
     *
     * @return empty if the text has no word to look for
     */
    public static List<String> queries(String text) {
        Set<String> terms = new LinkedHashSet<>();
        List<String> words = words(text);
        for (String word : words) {
            if (!STOP_WORDS.contains(word) || words.size() == 1) {
                terms.add(term(word));
            }
            if (terms.size() == MAX_WORDS) {
                break;
            }
        }
        if (terms.isEmpty()) {
            return List.of();
        }
        String all = String.join(" & ", terms);
        return terms.size() == 1 ? List.of(all) : List.of(all, terms.stream().collect(Collectors.joining(" | ")));
    }

    private static String term(String word) {
        String singular = singular(word);
        char last = singular.charAt(singular.length() - 1);
        if (SHORT.matcher(singular).matches()) {
            // It begins too many words: a mat is not a matter.
            return singular.length() > 1 && Character.isLetter(last)
                    ? "('" + singular + "' | '" + singular + (SIBILANTS.indexOf(last) < 0 ? "s" : "es") + "')"
                    : "'" + singular + "'";
        }
        // The plural of such a word does not begin with it.
        return last == 'y' && !singular.endsWith("ey")
                ? "('" + singular + "':* | '" + singular.substring(0, singular.length() - 1) + "ie':*)"
                : "'" + singular + "':*";
    }

    private static String singular(String word) {
        int length = word.length();
        if (length > 4 && word.endsWith("ies")) {
            return word.substring(0, length - 3) + "y";
        }
        if (length > 4 && ES_PLURALS.stream().anyMatch(word::endsWith)) {
            return word.substring(0, length - 2);
        }
        return length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, length - 1) : word;
    }
}
