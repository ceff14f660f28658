package io.attendant.assistant.local.understanding;

import io.attendant.shared.SearchText;
import io.attendant.shared.wording.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out where a street's name begins and ends among other words. Immutable. */
final class Streets {
    private static final Pattern SUFFIX = Pattern.compile(
            "(?i)\\b(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct|place|pl|terrace|way|circle"
                    + "|square|sq|close|crescent|gardens|grove|hill|parkway|pkwy|trail|highway|hwy|row|mews)\\b\\.?"
                    + "(?:\\s(?:N|S|E|W|NE|NW|SE|SW)\\b)?");
    private static final Pattern UNIT = Pattern.compile(
            "(?i)^(?:suite|ste|apt|apartment|unit|flat|floor|room|building|bldg|top|app|appt|bat|piso|int|m|lgh)\\b\\.?\\s*\\S+");
    /** Words that lead to a street, but may also stand in its name: "Unter den Linden". */
    private static final Set<String> ARTICLES = Set.of("den", "der", "dem");

    /** First words of cities that otherwise lead to an address, as names are written. */
    private static final Set<String> NAME_BEGINNINGS = Set.of("New", "Los", "Las", "La", "Le", "Den", "El");

    private static final Pattern HOUSE_NUMBER = Pattern.compile("\\d+.*");

    private final Lexicons lexicons;

    Streets(Lexicons lexicons) {
        this.lexicons = lexicons;
    }

    /** @param rest what stands behind street and unit */
    record Parts(String line1, String line2, String rest) {}

    static boolean hasSuffix(String text) {
        return SUFFIX.matcher(text).find();
    }

    /** The parts of a line without commas; where nothing tells, all is the street. */
    static Parts parts(String line) {
        Matcher suffix = SUFFIX.matcher(line);
        boolean numberFirst = HOUSE_NUMBER.matcher(line).matches();
        if (!numberFirst || !suffix.find()) {
            return new Parts(line, "", "");
        }
        String behind = line.substring(suffix.end()).strip();
        Matcher unit = UNIT.matcher(behind);
        boolean hasUnit = unit.find();
        return new Parts(
                line.substring(0, suffix.end()).strip(),
                hasUnit ? unit.group() : "",
                hasUnit ? behind.substring(unit.end()).strip() : behind);
    }

    /** A street without what leads to it in the sentence: "please send it to 5 Main Street". */
    String withoutLead(String segment, Language language) {
        int digit = 0;
        while (digit < segment.length() && !Character.isDigit(segment.charAt(digit))) {
            digit++;
        }
        int colon = segment.lastIndexOf(':', digit);
        String text = colon >= 0 ? segment.substring(colon + 1).strip() : segment;
        List<String> words = Arrays.asList(text.split(" ", -1));
        return String.join(" ", words.subList(start(words, language), words.size()));
    }

    private int start(List<String> words, Language language) {
        int number = 0;
        while (number < words.size() - 1 && !startsWithDigit(words.get(number))) {
            number++;
        }
        Set<String> streetWords = lexicons.of(language).streetWords();
        for (int i = 0; i <= Math.min(number + 1, words.size() - 1); i++) {
            if (streetWords.contains(folded(words.get(i)))) {
                return i > 0 && startsWithDigit(words.get(i - 1)) ? i - 1 : i;
            }
        }
        boolean leads = number == 0 || isLead(words.get(number - 1), language);
        return leads && number < words.size() - 1 ? number : nameStart(words, number, language);
    }

    /** Back from the house number to the word that leads to the street. */
    private int nameStart(List<String> words, int number, Language language) {
        int start = number;
        while (start > 0) {
            boolean lead = isLead(words.get(start - 1), language);
            boolean inName = lead
                    && ARTICLES.contains(folded(words.get(start - 1)))
                    && start > 1
                    && start < number
                    && Character.isUpperCase(words.get(start - 2).charAt(0))
                    && !isLead(words.get(start - 2), language);
            if (lead && !inName) {
                break;
            }
            start--;
        }
        return start;
    }

    /** Without the words of the sentence at both ends: "in Berlin please". */
    String trimmed(String text, Language language) {
        List<String> words = Arrays.asList(text.strip().split("[\\s,:]+", -1));
        int start = 0;
        int end = words.size();
        while (start < end && isLead(words.get(start), language) && !beginsName(words, start)) {
            start++;
        }
        while (end > start && isLead(words.get(end - 1), language)) {
            end--;
        }
        return String.join(" ", words.subList(start, end));
    }

    /** "New York" is no new address in York. */
    private static boolean beginsName(List<String> words, int at) {
        return at + 1 < words.size()
                && NAME_BEGINNINGS.contains(words.get(at))
                && Character.isUpperCase(words.get(at + 1).charAt(0));
    }

    private boolean isLead(String word, Language language) {
        String folded = folded(word);
        return folded.isEmpty() || lexicons.of(language).addressLead().contains(folded);
    }

    private static String folded(String word) {
        return String.join("", SearchText.words(word));
    }

    private static boolean startsWithDigit(String word) {
        return !word.isEmpty() && Character.isDigit(word.charAt(0));
    }
}
