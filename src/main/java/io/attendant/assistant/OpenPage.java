package io.attendant.assistant;

import io.attendant.shared.Redaction;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the shopper has before their eyes. Comes from their browser: a hint, no proof of anything, and looked up by the tools
 * like an id that the shopper types.
 */
public record OpenPage(Optional<String> productId, Optional<String> orderId) {
    public static final OpenPage NONE = new OpenPage(Optional.empty(), Optional.empty());

    private static final Pattern ID = Pattern.compile("[#\\w.-]{1,64}");

    /** Of what a browser says; what can't be an id, or is better not kept, is left out. Both may be null. */
    public static OpenPage of(String productId, String orderId) {
        return new OpenPage(id(productId), id(orderId));
    }

    private static Optional<String> id(String claimed) {
        return Optional.ofNullable(claimed)
                .filter(id -> ID.matcher(id).matches())
                .filter(id -> Redaction.of(id).equals(id));
    }
}
