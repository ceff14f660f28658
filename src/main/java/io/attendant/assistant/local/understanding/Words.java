package io.attendant.assistant.local.understanding;

import java.util.List;
import java.util.Set;

/**
 * The folded and corrected words of a message.
 *
 * @param present the same without their order, for fast look-ups
 */
record Words(List<String> inOrder, Set<String> present) {
    static Words of(List<String> folded) {
        return new Words(folded, Set.copyOf(folded));
    }

    int count() {
        return inOrder.size();
    }

    String at(int index) {
        return inOrder.get(index);
    }
}
