package io.attendant.assistant.local.dialogue;

/**
 * An answer that the shopper may give by a button.
 *
 * @param label what the button says
 * @param text what the shopper says by choosing it
 */
public record Choice(String label, String text) {}
