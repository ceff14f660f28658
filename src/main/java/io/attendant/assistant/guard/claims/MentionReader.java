package io.attendant.assistant.guard.claims;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what is checkable in a text of one language. Immutable. */
final class MentionReader {
    private static final Pattern PERCENT_SIGN =
            Pattern.compile("\\s?(?:%|per ?cent|prozent|pour ?cent|por ?cent[oi]|per ?cento|procent)");
    private static final Pattern MARKER_AT_START = Pattern.compile("^\\s*\\d{1,2}[.)]\\s");
    private static final Pattern ALWAYS_OPEN = Pattern.compile("24\\s?/\\s?7|24h/24|7j/7");
    private static final Pattern HALF = Pattern.compile("(?<=\\d)\\s?½");

    private final Words words;
    private final DayReader days;
    private final QuantityReader quantities;
    private final Map<String, Pattern> currencies;
    private final Pattern amountAfterSign;
    private final Pattern amountBeforeSign;
    private final Pattern percent;

    MentionReader(Words words) {
        this.words = words;
        this.days = new DayReader(words);
        this.quantities = new QuantityReader(words);
        this.currencies = words.family("currency.");
        String number = "(?:" + Numbers.DIGITS + "|(?<!\\p{L})(?:" + words.numberWords() + ")(?!\\p{L}))";
        String sign = currencies.keySet().stream()
                .map(code -> words.source("currency." + code))
                .reduce((one, other) -> one + "|" + other)
                .orElseThrow();
        this.amountAfterSign = Pattern.compile("(?<!\\p{L})(" + sign + ")\\s{0,2}(" + Numbers.DIGITS + ")(?!\\p{L})");
        this.amountBeforeSign = Pattern.compile("(?<![\\p{L}\\d.,])(" + number + ")(?:,-|,–|\\.-)?\\s{0,2}(" + sign
                + ")(?![\\p{L}])(?:\\s?(?:" + words.source("range") + ")?\\s?(\\d{1,2})(?!\\d)(?:\\s?(?:"
                + words.source("cents")
                + ")(?!\\p{L})|(?=\\s|[.,!?]|$)(?<=[€£$]\\d\\d)))?");
        this.percent = Pattern.compile("(" + number + ")" + PERCENT_SIGN.pattern());
    }

    /** In the order of the text. */
    List<Mention> read(FoldedText text) {
        List<Mention> mentions = new ArrayList<>();
        StringBuilder rest = new StringBuilder(text.folded());
        Identifiers.read(text, rest, mentions);
        blank(rest, ALWAYS_OPEN);
        blank(rest, MARKER_AT_START);
        blank(rest, HALF);
        days.read(rest, mentions);
        take(
                rest,
                amountAfterSign,
                match -> mentions.add(new Mention.Amount(
                        match.start(), match.end(), Numbers.readings(match.group(2)), currency(match.group(1)))));
        take(
                rest,
                amountBeforeSign,
                match -> mentions.add(new Mention.Amount(
                        match.start(),
                        match.end(),
                        withCents(values(match.group(1)), match.group(3)),
                        currency(match.group(2)))));
        take(
                rest,
                percent,
                match -> mentions.add(new Mention.Percent(match.start(), match.end(), values(match.group(1)))));
        days.readShort(rest, mentions);
        quantities.read(rest, mentions);
        take(rest, words.pattern("free"), match -> mentions.add(new Mention.Free(match.start(), match.end())));
        mentions.sort(Comparator.comparingInt(Mention::start));
        return mentions;
    }

    private Set<BigDecimal> values(String number) {
        return words.number(number).map(Set::of).orElseGet(() -> Numbers.readings(number));
    }

    private static Set<BigDecimal> withCents(Set<BigDecimal> values, String cents) {
        if (cents == null) {
            return values;
        }
        BigDecimal part = new BigDecimal(cents).movePointLeft(2);
        Set<BigDecimal> sums = new LinkedHashSet<>();
        values.forEach(value -> sums.add(Numbers.plain(value.add(part))));
        return sums;
    }

    private Set<String> currency(String sign) {
        Set<String> codes = new LinkedHashSet<>();
        currencies.forEach((code, pattern) -> {
            if (pattern.matcher(sign).matches()) {
                codes.add(code);
            }
        });
        if (sign.equals("$")) {
            codes.add("CAD");
            codes.add("AUD");
        }
        return codes;
    }

    /** Hands over each match and blanks it out, so that nothing reads it again. */
    static void take(StringBuilder rest, Pattern pattern, Consumer<MatchResult> found) {
        Matcher matcher = pattern.matcher(rest.toString());
        while (matcher.find()) {
            found.accept(matcher.toMatchResult());
            blank(rest, matcher.start(), matcher.end());
        }
    }

    private static void blank(StringBuilder rest, Pattern pattern) {
        take(rest, pattern, match -> {});
    }

    static void blank(StringBuilder rest, int start, int end) {
        for (int i = start; i < end; i++) {
            rest.setCharAt(i, TAKEN);
        }
    }

    /** Stands where something was read; no word, no digit and no blank. */
    static final char TAKEN = '\u0001';

    static Optional<Integer> integer(String digits) {
        return Optional.ofNullable(digits).map(Integer::valueOf);
    }
}
