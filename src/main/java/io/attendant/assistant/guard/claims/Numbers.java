package io.attendant.assistant.guard.claims;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads numbers written with either kind of decimal sign. */
final class Numbers {
    /** Digits with signs between groups and before decimals. */
    static final String DIGITS = "(?:\\d{1,3}(?:[.,' ]\\d{3})+(?:[.,]\\d{1,2})?(?!\\d)|\\d+(?:[.,]\\d+)?)";

    private static final int GROUP = 3;

    private Numbers() {}

    /** Every value that the digits may stand for, without trailing zeros. */
    static Set<BigDecimal> readings(String digits) {
        String text = digits.replace(" ", "").replace("'", "");
        int last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
        Set<BigDecimal> values = new LinkedHashSet<>();
        if (last < 0) {
            values.add(plain(text));
            return values;
        }
        String whole = text.substring(0, last).replace(".", "").replace(",", "");
        String rest = text.substring(last + 1);
        boolean group = rest.length() == GROUP;
        boolean several = text.indexOf(text.charAt(last)) != last;
        if (group) {
            values.add(plain(whole + rest));
        }
        if (!several) {
            values.add(plain(whole + "." + rest));
        }
        return values;
    }

    static BigDecimal plain(String number) {
        return plain(new BigDecimal(number));
    }

    /** Equal numbers are equal objects. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
