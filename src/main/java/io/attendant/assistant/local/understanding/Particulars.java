package io.attendant.assistant.local.understanding;

import java.util.Optional;

/**
 * What a message says about how something is to be done.
 *
 * @param all whether all of something is meant
 * @param except whether all but what is named is meant
 * @param reason why an order is to be cancelled
 * @param giftCard whether a gift card is named
 * @param card whether a bank or credit card is named
 * @param paying whether it speaks of paying
 * @param paidBefore whether the way is meant that paid before
 * @param account whether the customer's account is meant rather than an order
 * @param ofAnOrder whether something about an order or its delivery is named
 * @param addsOrRemoves whether something is to be added to an order or taken out
 * @param asksHow whether it asks how something is done rather than to have it done
 */
public record Particulars(
        boolean all,
        boolean except,
        Optional<Reason> reason,
        boolean giftCard,
        boolean card,
        boolean paying,
        boolean paidBefore,
        boolean account,
        boolean ofAnOrder,
        boolean addsOrRemoves,
        boolean asksHow) {

    /** Why an order is cancelled, by the names that the shop's policy uses. */
    public enum Reason {
        NO_LONGER_NEEDED,
        ORDERED_BY_MISTAKE
    }
}
