package io.attendant.assistant.local.understanding;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a message names.
 *
 * @param orderId an order's number as orders are written in the shop, with {@code #}
 * @param bareNumber digits that are an order's number only if one was asked for; with {@code #} as well
 * @param email an address of mail
 * @param postalCode only one that has letters or a hyphen in it, or is called one: five digits may be anything
 * @param ordinal which of a list, from 1
 * @param last whether the last or newest of a list is meant
 * @param other whether another one than before is meant
 * @param maxPrice the most that a product may cost
 * @param inStockOnly whether it has to be available
 * @param refersBack whether something that was spoken of before is meant ("it", "that one")
 * @param reply the answer to a yes-or-no question
 * @param contentWords the words that say which product is meant, as typed
 * @param subjectWords the words that say what the message is about, as typed
 * @param particulars how something is to be done
 */
public record Slots(
        Optional<String> orderId,
        Optional<String> bareNumber,
        Optional<String> email,
        Optional<String> postalCode,
        OptionalInt ordinal,
        boolean last,
        boolean other,
        boolean refersBack,
        Optional<BigDecimal> maxPrice,
        boolean inStockOnly,
        Optional<Reply> reply,
        List<String> contentWords,
        List<String> subjectWords,
        Particulars particulars) {

    /** The same with these limits of a product search. */
    public Slots limited(Optional<BigDecimal> newMaxPrice, boolean newInStockOnly) {
        return new Slots(
                orderId,
                bareNumber,
                email,
                postalCode,
                ordinal,
                last,
                other,
                refersBack,
                newMaxPrice,
                newInStockOnly,
                reply,
                contentWords,
                subjectWords,
                particulars);
    }

    /** The same, said of what was spoken of before. */
    public Slots referringBack() {
        return new Slots(
                orderId,
                bareNumber,
                email,
                postalCode,
                ordinal,
                last,
                other,
                true,
                maxPrice,
                inStockOnly,
                reply,
                contentWords,
                subjectWords,
                particulars);
    }

    /** A short answer. */
    public enum Reply {
        yes,
        no,
        /** Agrees, or only closes the subject: "ok". */
        fine
    }
}
