package io.attendant.assistant.guard.claims;

import io.attendant.shared.wording.Language;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Writes figures as people of a language do, each in several ways. */
final class Writings {
    private final Random random;
    private final Language language;

    Writings(Random random, Language language) {
        this.random = random;
        this.language = language;
    }

    String amount(BigDecimal amount, String currency, String sign) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        String number = format.format(amount);
        String plain = amount.toPlainString();
        return pick(List.of(
                sign + number,
                number + " " + sign,
                number + "\u00a0" + sign,
                currency + " " + number,
                plain + " " + currency,
                "**" + sign + plain + "**",
                amount.stripTrailingZeros().scale() <= 0 ? amount.toBigInteger() + " " + sign : sign + " " + number));
    }

    String date(LocalDate date) {
        Locale locale = language.locale();
        String[] patterns = switch (language) {
            case en -> new String[] {"MMMM d", "MMM d, yyyy", "d MMMM yyyy", "M/d/yyyy", "yyyy-MM-dd", "EEEE, MMMM d"};
            case de -> new String[] {"d. MMMM", "dd.MM.", "dd.MM.yyyy", "d.M.yyyy", "d. MMMM yyyy", "yyyy-MM-dd"};
            case fr -> new String[] {"d MMMM", "dd/MM/yyyy", "d MMMM yyyy", "dd/MM"};
            case es, pt -> new String[] {"d 'de' MMMM", "dd/MM/yyyy", "d 'de' MMMM 'de' yyyy", "d/M"};
            case it -> new String[] {"d MMMM", "dd/MM/yyyy", "d MMMM yyyy", "dd/MM"};
            case nl -> new String[] {"d MMMM", "d-M-yyyy", "dd-MM-yyyy", "d MMMM yyyy"};
            case pl -> new String[] {"d MMMM", "dd.MM.yyyy", "d MMMM yyyy", "dd.MM."};
        };
        return DateTimeFormatter.ofPattern(patterns[random.nextInt(patterns.length)], locale)
                .format(date);
    }

    String percent(int percent) {
        return pick(List.of(percent + "%", percent + " %", percent + "\u00a0%"));
    }

    private String pick(List<String> writings) {
        return writings.get(random.nextInt(writings.size()));
    }
}
