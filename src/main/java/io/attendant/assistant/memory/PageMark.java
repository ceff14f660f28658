package io.attendant.assistant.memory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.data.message.UserMessage;
import io.attendant.assistant.OpenPage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The page that was open when a message was sent, kept with the message: what "it" meant then has to mean the same when the
 * conversation is gone through again. Not sent to a provider, whose prompt says it.
 */
public final class PageMark {
    // Flat, and not called like a part of a message: the framework's reader looks no deeper into what it does not know.
    private static final String PRODUCT = "openProduct";
    private static final String ORDER = "openOrder";

    private PageMark() {}

    /** The message as it is kept. */
    public static UserMessage put(UserMessage message, OpenPage page) {
        if (page.equals(OpenPage.NONE)) {
            return message;
        }
        Map<String, Object> attributes = new LinkedHashMap<>(message.attributes());
        page.productId().ifPresent(id -> attributes.put(PRODUCT, id));
        page.orderId().ifPresent(id -> attributes.put(ORDER, id));
        return message.toBuilder().attributes(attributes).build();
    }

    /** The framework writes a shopper's message with its attributes, and reads it without. */
    static UserMessage restore(UserMessage message, JsonNode stored) {
        JsonNode attributes = stored.path("attributes");
        return put(
                message,
                OpenPage.of(
                        attributes.path(PRODUCT).textValue(),
                        attributes.path(ORDER).textValue()));
    }

    /** The page that was open when the shopper sent this. */
    public static OpenPage of(UserMessage message) {
        return new OpenPage(id(message, PRODUCT), id(message, ORDER));
    }

    private static Optional<String> id(UserMessage message, String name) {
        return Optional.ofNullable(message.attribute(name, String.class));
    }
}
