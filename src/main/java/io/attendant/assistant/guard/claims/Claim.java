package io.attendant.assistant.guard.claims;

/**
 * Something a sentence says that nobody vouches for.
 *
 * @param text the words that say it, as they stand in the sentence
 */
public record Claim(Kind kind, String text) {
    /** What is claimed. */
    public enum Kind {
        AMOUNT,
        PERCENTAGE,
        DATE,
        TIME,
        /** Any other number. */
        COUNT,
        /** Where an order or a parcel stands, or whether a product can be bought. */
        STATUS,
        /** That something was done. */
        DONE,
        /** That somebody will do something, or that the shopper will get something. */
        PROMISE,
        ORDER,
        TRACKING,
        EMAIL,
        URL,
        /** A product with another one's price. */
        PRICE,
        PAYMENT_METHOD,
        /** That something costs nothing. */
        FREE
    }
}
