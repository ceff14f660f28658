package io.attendant.assistant.local.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.assistant.local.understanding.Particulars;
import io.attendant.shared.SearchText;
import io.attendant.shared.wording.Wording;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The ways a shopper can pay or be paid back, and which of them a text names. */
final class PaymentMethods {
    private static final String CARD = "credit_card";
    private static final String GIFT_CARD = "gift_card";
    private static final String PAYPAL = "paypal";

    private final List<JsonNode> methods;

    PaymentMethods(JsonNode profile) {
        this.methods = Results.list(profile, "paymentMethods");
    }

    List<JsonNode> all() {
        return methods;
    }

    static String id(JsonNode method) {
        return method.path("id").asText("");
    }

    /** The ids of those that paid for an order. */
    static Set<String> paidWith(JsonNode order) {
        return Results.list(order, "payments").stream()
                .filter(payment -> payment.path("type").asText().equals("payment"))
                .map(payment -> payment.path("paymentMethodId").asText(""))
                .collect(Collectors.toSet());
    }

    static boolean isGiftCard(JsonNode method) {
        return kind(method).equals(GIFT_CARD);
    }

    private static String kind(JsonNode method) {
        return method.path("kind").asText("");
    }

    /** Those that a message names, in any way people have for them; empty if it names none. */
    List<JsonNode> named(Said said, Set<String> paidWith) {
        List<String> words = SearchText.words(said.text());
        String joined = String.join("", words);
        Particulars particulars = said.slots().particulars();
        Set<String> ids = new LinkedHashSet<>();
        for (JsonNode method : methods) {
            boolean meant = said.text().contains(id(method))
                    || Results.text(method, "lastFour").filter(words::contains).isPresent()
                    || (particulars.paidBefore() && paidWith.contains(id(method)))
                    || (particulars.giftCard() && isGiftCard(method))
                    || (kind(method).equals(PAYPAL) && joined.contains(PAYPAL))
                    || isBrandIn(method, words, joined);
            if (meant) {
                ids.add(id(method));
            }
        }
        // "My card" is any of them, unless more was said.
        boolean anyCard =
                particulars.card() && methods.stream().noneMatch(method -> ids.contains(id(method)) && isCard(method));
        return methods.stream()
                .filter(method -> ids.contains(id(method)) || (anyCard && isCard(method)))
                .toList();
    }

    private static boolean isCard(JsonNode method) {
        return kind(method).equals(CARD);
    }

    private static boolean isBrandIn(JsonNode method, List<String> words, String joined) {
        return Results.text(method, "brand")
                .map(brand -> String.join("", SearchText.words(brand)))
                .filter(brand -> isIn(brand, words, joined))
                .isPresent();
    }

    /** "Master Card" is a Mastercard, but a visa is not in "revisal". */
    private static boolean isIn(String brand, List<String> words, String joined) {
        return words.contains(brand) || (brand.length() > 5 && joined.contains(brand));
    }

    /** "Visa ending 4242", as people know it. */
    static String described(Wording wording, JsonNode method) {
        return switch (kind(method)) {
            case CARD -> card(wording, method);
            case GIFT_CARD ->
                Results.amount(method, "balance")
                        .map(balance -> wording.text(
                                "method.gift_card.balance", Map.of("amount", wording.money(balance, Optional.empty()))))
                        .orElseGet(() -> wording.text("method.gift_card"));
            case PAYPAL -> "PayPal";
            default -> kind(method);
        };
    }

    private static String card(Wording wording, JsonNode method) {
        String brand = Results.text(method, "brand")
                .map(name -> name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1))
                .orElseGet(() -> wording.text("method.card"));
        return Results.text(method, "lastFour")
                .map(digits -> wording.text("method.ending", Map.of("card", brand, "digits", digits)))
                .orElse(brand);
    }
}
