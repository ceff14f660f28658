package io.attendant.assistant.local.dialogue;

/** What the assistant asked last, so that a short answer can be understood. */
public enum Question {
    which_order,
    which_product,
    what_product,
    list_orders,
    person,
    sign_in
}
