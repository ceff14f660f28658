package io.attendant.assistant.guard.claims;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** Collects which ways money came back, or would come back: {@code paypal}, {@code gift} or {@code card}. */
final class RefundMethods {
    private final Set<String> kinds = new HashSet<>();

    void order(JsonNode order) {
        order.path("payments").forEach(payment -> {
            if (payment.path("type").asText().equals("refund")) {
                add(payment.path("paymentMethodId"));
            }
        });
        add(order.path("return").path("paymentMethodId"));
        add(order.path("exchange").path("paymentMethodId"));
    }

    void proposal(JsonNode arguments, JsonNode card) {
        add(arguments.path("paymentMethodId"));
        card.path("lines").forEach(line -> add(line.path("value")));
    }

    /** A method's id tells its kind in all shops whose data we know; one that doesn't counts as a card. */
    private void add(JsonNode method) {
        String text = FoldedText.fold(method.asText());
        if (text.isEmpty()) {
            return;
        }
        boolean payPal = text.contains("paypal");
        boolean gift = text.contains("gift") || Vocabulary.get().isGiftCard(text);
        if (payPal) {
            kinds.add("paypal");
        }
        if (gift) {
            kinds.add("gift");
        }
        if (!payPal && !gift) {
            kinds.add("card");
        }
    }

    Set<String> kinds() {
        return Set.copyOf(kinds);
    }
}
