package io.attendant.assistant.local.understanding;

import io.attendant.shared.SearchText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What shoppers give to show who they are. */
final class ContactDetails {
    private static final Pattern EMAIL =
            Pattern.compile("(?<![\\w.+-])[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,6}(?![\\w-])");
    /** As the United Kingdom, Ireland, Canada, the Netherlands, Poland and Portugal write them. */
    private static final Pattern DISTINCT = Pattern.compile(
            "(?<![\\p{L}\\d#-])(?:[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|[A-Z]\\d[\\dW] ?[A-Z\\d]{4}|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d"
                    + "|\\d{4} ?[A-Z]{2}|\\d{2}-\\d{3}|\\d{4}-\\d{3})(?![\\p{L}\\d-])");
    /** A word for it in our languages, and the digits that follow. */
    private static final Pattern NAMED = Pattern.compile(
            "(?<!\\p{L})(?:zip|post ?codes?|postal codes?|plz|postleitzahl|code postal|codigo postal|cep|cap|kod pocztowy|kodem pocztowym)"
                    + "[^\\d.?!]{0,20}(\\d{4,5}(?:-\\d{4})?)(?![\\p{L}\\d-])");

    private ContactDetails() {}

    static Optional<String> email(String text) {
        Matcher email = EMAIL.matcher(text);
        return email.find() ? Optional.of(email.group()) : Optional.empty();
    }

    /** @param order a number that is none */
    static Optional<String> postalCode(String text, OrderNumbers.Found order) {
        Matcher named = NAMED.matcher(SearchText.fold(text));
        if (named.find()) {
            return Optional.of(named.group(1));
        }
        Matcher distinct = DISTINCT.matcher(text);
        return distinct.find()
                        && order.named()
                                .filter(id -> id.contains(distinct.group()))
                                .isEmpty()
                ? Optional.of(distinct.group())
                : Optional.empty();
    }
}
