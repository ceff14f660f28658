package io.attendant.shared;

/** Which model answers shoppers now. Known by the assistant, asked by those that must not know the assistant. */
public interface AnsweringModel {
    /** A model id of the provider, or {@code local}. */
    String name();
}
