package io.attendant.assistant.guard.claims;

import java.util.List;
import java.util.Set;

/**
 * Something in the evidence that a sentence can name.
 *
 * @param name the order's id, the product's name, or the values of a variant's options, folded
 * @param facts what is true of it
 * @param kin the ids of the orders, the names of the products that it belongs to; its own name among them
 */
record Thing(Type type, String name, List<String> options, Facts facts, Set<String> kin) {
    enum Type {
        ORDER,
        PRODUCT,
        VARIANT
    }
}
