package io.attendant.orders;

/** Where an order stands, by its name on the wire. */
public enum OrderStatus {
    pending,
    processed,
    delivered,
    cancelled,
    return_requested,
    exchange_requested
}
