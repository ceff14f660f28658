package io.attendant.assistant.local.dialogue;

import io.attendant.shared.SearchText;
import io.attendant.shared.wording.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text's words and numbers in their order, each with what else it is called: in English, as catalogues mostly are, or by
 * its unit's usual sign. Order numbers are left out. Immutable.
 */
record Heard(List<Word> words) {
    private static final Pattern TOKEN = Pattern.compile("\\d+(?:[.,]\\d+){0,6}|\\p{L}[\\p{L}\\p{M}]*");
    private static final Pattern ORDER_NUMBER = Pattern.compile("#\\s?[\\p{L}\\d-]+");
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(?:[.,]\\d{3})+");
    private static final int SHORTEST_BEGINNING = 5;
    private static final int SHORTEST_NAME = 3;

    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("liter", "l"),
            Map.entry("liters", "l"),
            Map.entry("litre", "l"),
            Map.entry("litres", "l"),
            Map.entry("litro", "l"),
            Map.entry("litros", "l"),
            Map.entry("litri", "l"),
            Map.entry("litr", "l"),
            Map.entry("litry", "l"),
            Map.entry("litra", "l"),
            Map.entry("inches", "inch"),
            Map.entry("zoll", "inch"),
            Map.entry("pouces", "inch"),
            Map.entry("pulgadas", "inch"),
            Map.entry("pollici", "inch"),
            Map.entry("polegadas", "inch"),
            Map.entry("cali", "inch"),
            Map.entry("feet", "ft"),
            Map.entry("foot", "ft"),
            Map.entry("grey", "gray"),
            Map.entry("colour", "color"));

    /**
     * @param names folded, the first as it was typed
     * @param content whether it may say which thing is meant
     * @param clipped whether it stands at an apostrophe, as the "s" of "it's"
     */
    record Word(String typed, Set<String> names, boolean content, boolean clipped) {
        boolean isCalled(Word other) {
            return names.stream().anyMatch(name -> other.names.stream().anyMatch(also -> same(name, also)));
        }

        private static boolean same(String name, String other) {
            return name.equals(other)
                    || (Math.min(name.length(), other.length()) >= SHORTEST_BEGINNING && Terms.isSame(name, other))
                    || (name + "s").equals(other)
                    || (other + "s").equals(name);
        }
    }

    /** @param content the words that may say which thing is meant */
    static Heard of(String text, Language language, Glossary glossary, List<String> content) {
        String clean = ORDER_NUMBER
                .matcher(text)
                .replaceAll(found -> " ".repeat(found.group().length()));
        Matcher matcher = TOKEN.matcher(clean);
        List<Word> words = new ArrayList<>();
        while (matcher.find()) {
            String typed = matcher.group();
            Set<String> names = new LinkedHashSet<>();
            names.add(plain(SearchText.fold(typed)));
            glossary.translate(language, List.of(typed)).forEach(name -> names.add(plain(SearchText.fold(name))));
            words.add(
                    new Word(typed, names, content.contains(typed), isClipped(clean, matcher.start(), matcher.end())));
        }
        return new Heard(List.copyOf(words));
    }

    /** A text of the catalogue. */
    static Heard inCatalogue(String text) {
        Matcher matcher = TOKEN.matcher(text);
        List<Word> words = new ArrayList<>();
        while (matcher.find()) {
            words.add(new Word(matcher.group(), Set.of(plain(SearchText.fold(matcher.group()))), true, false));
        }
        return new Heard(List.copyOf(words));
    }

    private static boolean isClipped(String text, int start, int end) {
        return (start > 0 && isApostrophe(text.charAt(start - 1)))
                || (end < text.length() && isApostrophe(text.charAt(end)));
    }

    private static boolean isApostrophe(char character) {
        return character == '\'' || character == '’';
    }

    /** Numbers without the ways to write them, units by their sign. */
    private static String plain(String folded) {
        if (!Character.isDigit(folded.charAt(0))) {
            return UNITS.getOrDefault(folded, folded);
        }
        String number = THOUSANDS.matcher(folded).matches() ? folded.replaceAll("[.,]", "") : folded.replace(',', '.');
        return number.matches("\\d{1,12}(?:\\.\\d{1,12})?")
                ? new BigDecimal(number).stripTrailingZeros().toPlainString()
                : number;
    }

    int count() {
        return words.size();
    }

    Heard part(int start, int end) {
        return new Heard(words.subList(Math.max(0, start), Math.min(end, count())));
    }

    /** The places at which all of {@code phrase} stands, word for word. */
    List<Integer> placesOf(Heard phrase) {
        List<Integer> places = new ArrayList<>();
        for (int start = 0; phrase.count() > 0 && start + phrase.count() <= count(); start++) {
            if (isAt(phrase, start)) {
                places.add(start);
            }
        }
        return places;
    }

    private boolean isAt(Heard phrase, int start) {
        for (int i = 0; i < phrase.count(); i++) {
            if (!words.get(start + i).isCalled(phrase.words.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** All places that belong to {@code phrase} where it stands word for word. */
    Set<Integer> placesOfAll(Heard phrase) {
        Set<Integer> places = new HashSet<>();
        for (int start : placesOf(phrase)) {
            for (int i = 0; i < phrase.count(); i++) {
                places.add(start + i);
            }
        }
        return places;
    }

    /** The places of words that may say which thing is meant and are also in {@code name}. */
    Set<Integer> placesOfAny(Heard name) {
        Set<Integer> places = new HashSet<>();
        for (int i = 0; i < count(); i++) {
            Word word = words.get(i);
            boolean inName = name.words.stream()
                    .filter(part -> part.typed().length() >= SHORTEST_NAME)
                    .anyMatch(word::isCalled);
            if (word.content() && inName) {
                places.add(i);
            }
        }
        return places;
    }
}
