package io.attendant.assistant.local.dialogue;

/** What the assistant asked last, so that a short answer can be understood. */
public enum Question {
    which_order,
    which_product,
    what_product,
    list_orders,
    person,
    sign_in,
    /** Whether to do what an article was quoted on. */
    errand_offer,
    errand_order,
    errand_items,
    errand_reason,
    errand_variant,
    errand_method,
    errand_address,
    /** Whether the address of an order or of the account is meant. */
    errand_place,
    /** Whether to change the account's address, as no order's can be changed. */
    errand_account,
    /** What was proposed waits for the shopper's yes. */
    errand_confirm
}
