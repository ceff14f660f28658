package io.attendant.assistant.guard.claims;

/** What can be said of where something stands, by the keys of the word files. */
enum Status {
    PENDING,
    /** Not on its way yet, though more than pending. */
    PREPARING,
    PROCESSED,
    LABEL,
    SHIPPED,
    /** Shipped and not there yet. */
    TRANSIT,
    OUT,
    DELIVERED,
    DELAYED,
    /** Under way, and not later than it was said to be. */
    PUNCTUAL,
    CANCELLED,
    RETURNED,
    RETURN_REQUESTED,
    EXCHANGE_REQUESTED,
    REFUNDED,
    /** Where no status of a parcel says: lost, at the customs, ready to be fetched. */
    ELSEWHERE,
    AVAILABLE,
    OUT_OF_STOCK;

    /** Whether it is about a product in the catalogue, not about an order. */
    boolean ofStock() {
        return this == AVAILABLE || this == OUT_OF_STOCK;
    }
}
