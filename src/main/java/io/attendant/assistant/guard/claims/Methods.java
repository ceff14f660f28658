package io.attendant.assistant.guard.claims;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Collects which ways orders were paid, and which ways money came back or would come back: {@code paypal}, {@code gift} or
 * {@code card}, and a card's brand where it is known.
 */
final class Methods {
    private final Set<String> refundIds = new HashSet<>();
    private final Map<String, Set<String>> paidIds = new HashMap<>();
    private final Map<String, String> brands = new HashMap<>();

    void order(JsonNode order) {
        String id = Identifiers.normal(Claim.Kind.ORDER, order.path("id").asText());
        order.path("payments").forEach(payment -> {
            if (payment.path("type").asText().equals("refund")) {
                refundIds.add(payment.path("paymentMethodId").asText());
            } else {
                paidIds.computeIfAbsent(id, any -> new HashSet<>())
                        .add(payment.path("paymentMethodId").asText());
            }
        });
        refundIds.add(order.path("return").path("paymentMethodId").asText());
        refundIds.add(order.path("exchange").path("paymentMethodId").asText());
    }

    void proposal(JsonNode arguments, JsonNode card) {
        refundIds.add(arguments.path("paymentMethodId").asText());
        card.path("lines").forEach(line -> refundIds.add(line.path("value").asText()));
    }

    void profile(JsonNode profile) {
        profile.path("paymentMethods").forEach(method -> {
            String brand = FoldedText.fold(method.path("brand").asText());
            if (!brand.isEmpty()) {
                brands.put(method.path("id").asText(), brand);
            }
        });
    }

    Set<String> refunds() {
        return kinds(refundIds);
    }

    /** By order. */
    Map<String, Set<String>> payments() {
        Map<String, Set<String>> payments = new HashMap<>();
        paidIds.forEach((order, ids) -> payments.put(order, kinds(ids)));
        return Map.copyOf(payments);
    }

    private Set<String> kinds(Set<String> ids) {
        Set<String> kinds = new HashSet<>();
        ids.forEach(id -> add(id, kinds));
        return Set.copyOf(kinds);
    }

    /** A method's id tells its kind in all shops whose data we know; one that doesn't counts as a card. */
    private void add(String method, Set<String> kinds) {
        String text = FoldedText.fold(method);
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
        if (brands.containsKey(method)) {
            kinds.add(brands.get(method));
        }
    }
}
