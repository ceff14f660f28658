package io.attendant.actions;

import io.attendant.conversations.ChatEvent;
import java.util.List;
import java.util.Optional;

/**
 * Something that a feature could do for a shopper, ready to be shown.
 *
 * @param kind the tool's name
 * @param target the order it is about
 * @param parameters as the handler wants them back; serialisable as JSON
 * @param effects all that it does; serialisable as JSON
 * @param summary what it is, in the shopper's language
 * @param lines the details with every amount, in the shopper's language
 */
public record ActionDraft(
        String kind,
        String customerId,
        Optional<Target> target,
        Object parameters,
        Object effects,
        String summary,
        List<ChatEvent.Line> lines) {

    /** @param version the order's, when the effects were worked out */
    public record Target(String orderId, long version) {}
}
