package io.attendant.shared.wording;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says things in one language. Immutable and safe for use by several threads. */
public final class Wording {
    static final String FORMATS = "/wording/formats";
    private static final int MONEY_DECIMALS = 2;
    private static final Map<String, Currency> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, currency -> currency));

    private final Language language;
    private final Templates formats;
    private final Templates templates;
    private final Optional<String> shopCurrency;
    private final DateTimeFormatter dates;
    /** For the first of a month, where that is written in another way. */
    private final DateTimeFormatter firsts;

    Wording(String family, Language language, Optional<String> shopCurrency) {
        this.language = language;
        this.formats = Templates.of(FORMATS, language);
        this.templates = Templates.of(family, language);
        this.shopCurrency = shopCurrency;
        this.dates = dates("date");
        this.firsts = formats.find("date.first").isPresent() ? dates("date.first") : dates;
    }

    private DateTimeFormatter dates(String key) {
        // In UTC, as the tools give times: the day in the answer is the one in the data.
        return DateTimeFormatter.ofPattern(formats.fill(key, Map.of()), language.locale())
                .withZone(ZoneOffset.UTC);
    }

    public Language language() {
        return language;
    }

    public boolean has(String key) {
        return templates.find(key).isPresent();
    }

    /**
     * @param values by placeholder
     * @throws IllegalStateException if there is no such key, or a value is missing
     */
    public String text(String key, Map<String, String> values) {
        return templates.fill(key, values);
    }

    public String text(String key) {
        return text(key, Map.of());
    }

    /** The plural form of {@code key} for {@code count}, which is the value {@code count}. */
    public String count(String key, long count) {
        return templates.fill(plural(key, count), Map.of("count", Long.toString(count)));
    }

    /** The key of the plural form that goes with {@code count}. */
    public String plural(String key, long count) {
        return key + "." + language.plural(count);
    }

    /** @param currency the ISO code; without it the shop's; without that a plain number */
    public String money(BigDecimal amount, Optional<String> currency) {
        Optional<String> code = currency.or(() -> shopCurrency);
        Optional<Currency> known = code.flatMap(Wording::currency);
        NumberFormat format = known.isPresent()
                ? NumberFormat.getCurrencyInstance(language.locale())
                : NumberFormat.getNumberInstance(language.locale());
        known.ifPresent(format::setCurrency);
        format.setMinimumFractionDigits(MONEY_DECIMALS);
        format.setMaximumFractionDigits(MONEY_DECIMALS);
        // One kind of space that doesn't break is enough for whoever reads the amount again.
        String written = format.format(amount).replace('\u202f', '\u00a0');
        return known.isEmpty() && code.isPresent() ? written + "\u00a0" + code.get() : written;
    }

    private static Optional<Currency> currency(String code) {
        return Optional.ofNullable(CURRENCIES.get(code));
    }

    public String date(Instant instant) {
        boolean first = instant.atOffset(ZoneOffset.UTC).getDayOfMonth() == 1;
        return (first ? firsts : dates).format(instant);
    }

    /** "A, B and C". */
    public String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        int last = items.size() - 1;
        return String.join(", ", items.subList(0, last)) + " " + formats.fill("and", Map.of()) + " " + items.get(last);
    }
}
