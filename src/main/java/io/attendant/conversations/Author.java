package io.attendant.conversations;

/** Who said a message. */
public enum Author {
    shopper,
    assistant,
    agent
}
