package io.attendant.shared.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the security codes of cards: by their name, or without one right after a card's number. */
public final class SecurityCodes {
    private static final Pattern NAMED = Pattern.compile("(?<![\\p{L}\\p{N}\\[\\]])"
            + "(?:cvc2?|cvv2?|cvn|csc|security code|card (?:code|verification (?:code|number|value))|(?:karten)?pruf(?:nummer|ziffer)"
            + "|sicherheits(?:code|nummer)|cryptogramme|code de securite|codigo de seguridad|codice di sicurezza"
            + "|codigo de seguranca|(?:beveiligings|veiligheids)code|kod(?:em)? (?:bezpieczenstwa|cvv|cvc))"
            + "(?:[^\\p{L}\\p{N}\\[]{0,4}(?:is|ist|lautet|est|es|e|jest|to|number|nummer|nr|code|numero|visuel)(?!\\p{L})){0,2}"
            + "[^\\p{L}\\p{N}\\[]{0,4}(\\d{3,4}(?!\\d)|\\d(?:[ -]\\d){2,3}(?!\\d))");

    private static final String GAP = "[\\s,;:/|._-]";
    private static final String WORDS =
            "(?:(?:exp\\w{0,8}|valid\\w{0,6}|thru|until|gultig|bis|ablauf\\w{0,6}|caduca|vence|scad\\w{0,6}"
                    + "|geldig|wazn\\w{0,3}|date|and|und|et|y|e|en|i|with|mit|avec|con|com|met)" + GAP + "{1,3}){0,3}";
    private static final String EXPIRY =
            "(?:(?:0?[1-9]|1[0-2])\\s?[/.-]\\s?(?:20)?\\d{2}|(?:0[1-9]|1[0-2])(?:20)?\\d{2})";
    private static final Pattern AFTER_EXPIRY =
            Pattern.compile(GAP + "{1,4}" + WORDS + EXPIRY + GAP + "{1,4}" + WORDS + "(\\d{3,4})(?!\\d|[.,]\\d)");
    private static final Pattern AFTER_NUMBER = Pattern.compile(GAP + "{1,3}" + WORDS
            + "(\\d{3})(?!\\d|[.,/-]\\d|\\s?(?:[%€$£¥]|eur|usd|gbp|chf|pln|zl|dollar|times|items|pieces|stuck))");

    /** The longest text between a card's number and its code. */
    private static final int REACH = 80;

    private SecurityCodes() {}

    public static List<Finding> in(FoldedText text, List<Finding> cards) {
        List<Finding> found = new ArrayList<>();
        Matcher named = NAMED.matcher(text.lower());
        while (named.find()) {
            found.add(new Finding(named.start(1), named.end(1), Finding.SECURITY_CODE));
        }
        Matcher afterExpiry = AFTER_EXPIRY.matcher(text.lower()).useTransparentBounds(true);
        Matcher afterNumber = AFTER_NUMBER.matcher(text.lower()).useTransparentBounds(true);
        for (Finding card : cards) {
            int end = Math.min(card.end() + REACH, text.length());
            Matcher after =
                    afterExpiry.region(card.end(), end).lookingAt() ? afterExpiry : afterNumber.region(card.end(), end);
            if (after == afterExpiry || after.lookingAt()) {
                found.add(new Finding(after.start(1), after.end(1), Finding.SECURITY_CODE));
            }
        }
        return found;
    }
}
