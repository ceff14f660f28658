package io.attendant.shared.redaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds international bank account numbers (ISO 13616). */
public final class BankAccounts {
    private static final String SEPARATORS = " -._/\t\r\n";
    private static final int MAX_SEPARATOR = 2;
    private static final int SHOWN = 4;

    /** What follows a country's letters and two check digits: so many letters (a), digits (n), or either (c). */
    private static final Map<String, String> FORMS = forms("""
            AD:8n12c AE:19n AL:8n16c AT:16n AZ:4a20c BA:16n BE:12n BG:4a6n8c BH:4a14c BI:23n BR:23n1a1c BY:4c4n16c CH:5n12c
            CR:18n CY:8n16c CZ:20n DE:18n DJ:23n DK:14n DO:4c20n EE:16n EG:25n ES:20n FI:14n FK:2a12n FO:14n FR:10n11c2n
            GB:4a14n GE:2a16n GI:4a15c GL:14n GR:7n16c GT:4c20c HN:4a20n HR:17n HU:24n IE:4a14n IL:19n IQ:4a15n IS:22n
            IT:1a10n12c JO:4a4n18c KW:4a22c KZ:3n13c LB:4n20c LC:4a24c LI:5n12c LT:16n LU:3n13c LV:4a13c LY:21n MC:10n11c2n
            MD:2c18c ME:18n MK:3n10c2n MN:16n MR:23n MT:4a5n18c MU:4a19n3a NI:4a20n NL:4a10n NO:11n OM:3n16c PK:4a16c PL:24n
            PS:4a21c PT:21n QA:4a21c RO:4a16c RS:18n RU:14n15c SA:2n18c SC:4a20n3a SD:14n SE:20n SI:15n SK:20n SM:1a10n12c
            SO:19n ST:21n SV:4a20n TL:19n TN:20n TR:6n16c UA:6n19c VA:18n VG:4a16n XK:16n YE:4a4n18c""");

    private BankAccounts() {}

    /** Each form written out, a letter for a character. */
    private static Map<String, String> forms(String table) {
        Function<String, String> writtenOut = form -> {
            StringBuilder out = new StringBuilder();
            int count = 0;
            for (char c : form.toCharArray()) {
                if (Character.isDigit(c)) {
                    count = count * 10 + Character.digit(c, 10);
                } else {
                    out.append(String.valueOf(c).repeat(count));
                    count = 0;
                }
            }
            return out.toString();
        };
        return Arrays.stream(table.split("\\s+", -1))
                .collect(Collectors.toUnmodifiableMap(
                        row -> row.substring(0, 2).toLowerCase(Locale.ROOT),
                        row -> writtenOut.apply(row.substring(3))));
    }

    public static List<Finding> in(FoldedText text) {
        List<Finding> found = new ArrayList<>();
        BitSet uuids = Uuids.in(text);
        int i = 0;
        while (i + 1 < text.length()) {
            String form = !uuids.get(i) && isLetter(text, i) && isLetter(text, i + 1)
                    ? FORMS.get(text.lower().substring(i, i + 2))
                    : null;
            Finding account = form == null ? null : read(text, i, "nn" + form);
            if (account == null) {
                i++;
            } else {
                found.add(account);
                i = account.end();
            }
        }
        return found;
    }

    private static boolean isLetter(FoldedText text, int index) {
        char c = text.lower().charAt(index);
        return c >= 'a' && c <= 'z';
    }

    /** The account that begins with the country's letters at {@code start}, or null. */
    private static Finding read(FoldedText text, int start, String form) {
        StringBuilder account = new StringBuilder(text.lower().substring(start, start + 2));
        int next = start + 2;
        for (char kind : form.toCharArray()) {
            int limit = Math.min(next + MAX_SEPARATOR, text.length());
            while (next < limit && SEPARATORS.indexOf(text.at(next)) >= 0) {
                next++;
            }
            if (next == text.length() || !fits(text, next, kind)) {
                return null;
            }
            account.append(text.lower().charAt(next));
            next++;
        }
        return text.isDigit(next) || !checks(account)
                ? null
                : new Finding(
                        start,
                        next,
                        "[IBAN •" + account.substring(account.length() - SHOWN).toUpperCase(Locale.ROOT) + "]");
    }

    private static boolean fits(FoldedText text, int index, char kind) {
        return switch (kind) {
            case 'n' -> text.isDigit(index);
            case 'a' -> isLetter(text, index);
            default -> text.isDigit(index) || isLetter(text, index);
        };
    }

    /** The check digits of ISO 7064: letters count from 10, and the first four characters come last. */
    private static boolean checks(CharSequence account) {
        int rest = 0;
        for (int i = 0; i < account.length(); i++) {
            int value = Character.digit(account.charAt((i + 4) % account.length()), 36);
            rest = (rest * (value < 10 ? 10 : 100) + value) % 97;
        }
        return rest == 1;
    }
}
