package io.attendant.assistant.guard.claims;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Collects which ways orders were paid, and which ways money came back or would come back: {@code paypal}, {@code gift} or
 * {@code card}, and a card's brand where it is known.
 */
final class Methods {
    private static final Pattern CARD = Pattern.compile(
            "(?<!gift )card|visa|master|amex|american|maestro|credit|debit|kart|carte|carta|tarjeta|cartao");

    /** What a proposal says of a method; its other lines are about items. */
    private static final Pattern NAMED = Pattern.compile("paypal|gift|" + CARD.pattern());

    private final Set<String> refundIds = new HashSet<>();
    private final Map<String, Set<String>> paidIds = new HashMap<>();
    private final Map<String, String> brands = new HashMap<>();
    private final Map<String, String> kinds = new HashMap<>();

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
        card.path("lines").forEach(line -> {
            String text = FoldedText.fold(line.path("value").asText());
            if (NAMED.matcher(text).find() || Vocabulary.get().isGiftCard(text)) {
                refundIds.add(text);
            }
        });
    }

    void profile(JsonNode profile) {
        profile.path("paymentMethods").forEach(method -> {
            kinds.put(method.path("id").asText(), method.path("kind").asText());
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
        Set<String> found = new HashSet<>();
        ids.forEach(id -> add(id, found));
        return Set.copyOf(found);
    }

    /** The profile tells a method's kind, else its id may; one that nothing is known of may be of any. */
    private void add(String method, Set<String> to) {
        String text = FoldedText.fold(kinds.getOrDefault(method, method));
        if (text.isEmpty()) {
            return;
        }
        boolean payPal = text.contains("paypal");
        boolean gift = text.contains("gift") || Vocabulary.get().isGiftCard(text);
        boolean card = !payPal && !gift && CARD.matcher(text).find();
        boolean unknown = !payPal && !gift && !card;
        if (payPal || unknown) {
            to.add("paypal");
        }
        if (gift || unknown) {
            to.add("gift");
        }
        if (card || unknown) {
            to.add("card");
        }
        if (brands.containsKey(method)) {
            to.add(brands.get(method));
        }
    }
}
