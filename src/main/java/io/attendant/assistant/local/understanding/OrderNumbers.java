package io.attendant.assistant.local.understanding;

import io.attendant.shared.SearchText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds order numbers in the ways people write them, and leaves prices, postal codes and telephone numbers alone. */
final class OrderNumbers {
    private static final Pattern NOT_TEXT = Pattern.compile("\\S+@\\S+|https?://\\S+");
    private static final Pattern MARKED = Pattern.compile("#\\s?([A-Za-z]{0,3})[-\\s]?(\\d{3,20})(?![\\p{L}\\p{N}])");
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:-\\d+)?");
    private static final Pattern PREFIXED = Pattern.compile("([A-Za-z]{1,3})(-?)(\\d+)");
    private static final int LINKS = 3;

    private final Lexicon lexicon;

    OrderNumbers(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * @param named surely meant as an order's number
     * @param bare digits that may be one
     */
    record Found(Optional<String> named, Optional<String> bare) {}

    Found find(String text) {
        String clean = NOT_TEXT.matcher(text).replaceAll(" ");
        Matcher marked = MARKED.matcher(clean);
        if (marked.find()) {
            return new Found(Optional.of(written(marked.group(1), marked.group(2))), Optional.empty());
        }
        List<String> tokens = tokens(clean);
        Optional<String> bare = Optional.empty();
        for (int i = 0; i < tokens.size(); i++) {
            if (!hasDigit(tokens.get(i)) || announcesOther(tokens, i)) {
                continue;
            }
            Optional<String> named = named(tokens, i);
            if (named.isPresent()) {
                return new Found(named, Optional.empty());
            }
            if (bare.isEmpty() && tokens.get(i).matches("\\d{3,12}") && mayStandAlone(tokens, i)) {
                bare = Optional.of(written("", tokens.get(i)));
            }
        }
        return new Found(Optional.empty(), bare);
    }

    private Optional<String> named(List<String> tokens, int i) {
        String token = tokens.get(i);
        int announced = announced(tokens, i);
        Matcher prefixed = PREFIXED.matcher(token);
        if (prefixed.matches()) {
            int digits = prefixed.group(3).length();
            boolean stands =
                    prefixed.group(1).length() <= 2 && prefixed.group(2).isEmpty() && digits >= 4;
            return stands || (announced > 0 && digits >= 3)
                    ? Optional.of(written(prefixed.group(1), prefixed.group(3)))
                    : Optional.empty();
        }
        if (!token.matches("\\d+") || announced == 0) {
            return Optional.empty();
        }
        // "order W 1234567": the letter got apart from its digits.
        String before = tokens.get(i - 1);
        if (before.length() == 1 && Character.isUpperCase(before.charAt(0)) && token.length() >= 4) {
            return Optional.of(written(before, token));
        }
        // "order 100 lamps" is no number, "order no. 100" is one.
        return token.length() >= (announced > 1 ? 3 : 4) ? Optional.of(written("", token)) : Optional.empty();
    }

    /** How many words that announce an order's number stand before the token, with only linking words between. */
    private int announced(List<String> tokens, int i) {
        int announcing = 0;
        int links = 0;
        for (int j = i - 1; j >= 0 && links <= LINKS; j--) {
            String word = SearchText.fold(tokens.get(j));
            if (lexicon.orderWords().contains(word)) {
                announcing++;
            } else if (lexicon.orderLinks().contains(word) || word.length() == 1) {
                links++;
            } else {
                break;
            }
        }
        return announcing;
    }

    private boolean announcesOther(List<String> tokens, int i) {
        for (int j = i - 1; j >= 0 && j >= i - LINKS; j--) {
            String word = SearchText.fold(tokens.get(j));
            if (lexicon.notOrderWords().contains(word)) {
                return true;
            }
            if (!lexicon.orderLinks().contains(word) && !lexicon.orderWords().contains(word)) {
                return false;
            }
        }
        return false;
    }

    /** A long number is hardly anything else, a short one only in a message of little else; several are a telephone's. */
    private static boolean mayStandAlone(List<String> tokens, int i) {
        boolean oneOfSeveral =
                (i > 0 && hasDigit(tokens.get(i - 1))) || (i + 1 < tokens.size() && hasDigit(tokens.get(i + 1)));
        return !oneOfSeveral && (tokens.get(i).length() >= 6 || tokens.size() <= 4);
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    private static boolean hasDigit(String token) {
        return token.chars().anyMatch(Character::isDigit);
    }

    private static String written(String prefix, String digits) {
        return "#" + prefix.toUpperCase(Locale.ROOT) + digits;
    }
}
