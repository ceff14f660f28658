package io.attendant.assistant.local.understanding;

import io.attendant.shared.SearchText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds "under 50", "50 € max" and the like. */
final class PriceLimit {
    private static final Pattern TOKEN = Pattern.compile("\\d+(?:[.,]\\d+){0,6}|[\\p{L}\\p{M}]+|[€$£]");
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(?:[.,]\\d{3})+");
    private static final Set<String> CURRENCY = Set.of(
            "€",
            "$",
            "£",
            "eur",
            "euro",
            "euros",
            "usd",
            "dollar",
            "dollars",
            "gbp",
            "pound",
            "pounds",
            "pln",
            "zl",
            "zloty",
            "zlotych",
            "zlotego",
            "dolares",
            "dolar",
            "dolarow",
            "libras",
            "dollari",
            "sterline",
            "reais",
            "chf",
            "franken",
            "francs",
            "bucks",
            "quid");
    private static final BigDecimal LIMIT = BigDecimal.valueOf(10_000_000);

    private final Lexicon lexicon;

    PriceLimit(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    Optional<BigDecimal> find(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(SearchText.fold(matcher.group()));
        }
        for (int i = 0; i < tokens.size(); i++) {
            if (Character.isDigit(tokens.get(i).charAt(0)) && limited(tokens, i)) {
                Optional<BigDecimal> amount = amount(tokens.get(i));
                if (amount.isPresent()) {
                    return amount;
                }
            }
        }
        return Optional.empty();
    }

    private boolean limited(List<String> tokens, int i) {
        int before = i;
        while (before > 0 && CURRENCY.contains(tokens.get(before - 1))) {
            before--;
        }
        int after = i + 1;
        while (after < tokens.size() && CURRENCY.contains(tokens.get(after))) {
            after++;
        }
        int end = before;
        int start = after;
        return lexicon.limitBefore().stream().anyMatch(phrase -> phrase.endsBefore(tokens, end))
                || lexicon.limitAfter().stream().anyMatch(phrase -> phrase.isAt(tokens, start));
    }

    /** The last separator is the decimal one, unless three digits follow each. */
    private static Optional<BigDecimal> amount(String written) {
        String plain;
        if (THOUSANDS.matcher(written).matches()) {
            plain = written.replaceAll("[.,]", "");
        } else {
            int decimal = Math.max(written.lastIndexOf('.'), written.lastIndexOf(','));
            plain = decimal < 0
                    ? written
                    : written.substring(0, decimal).replaceAll("[.,]", "") + "." + written.substring(decimal + 1);
        }
        if (plain.length() > 12) {
            return Optional.empty();
        }
        BigDecimal amount = new BigDecimal(plain);
        return amount.signum() > 0 && amount.compareTo(LIMIT) < 0 ? Optional.of(amount) : Optional.empty();
    }
}
