package io.attendant.assistant.local.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.assistant.local.wording.Speech;
import io.attendant.shared.wording.Wording;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says what a tool told about orders. */
final class OrderReport {
    private static final int LISTED = 5;
    private static final int PARCELS = 3;
    private static final int NAMED = 3;
    private static final Set<String> NOT_SENT = Set.of("pending", "processed");
    private static final Set<String> ARRIVED = Set.of("delivered", "returned");

    private OrderReport() {}

    static void list(Speech speech, List<JsonNode> orders, Optional<Long> total) {
        total.ifPresent(count -> speech.count("orders.count", count));
        boolean all = orders.size() <= LISTED && total.orElse(0L) <= orders.size();
        speech.say(all ? "found" : "orders.newest");
        orders.stream().limit(LISTED).forEach(order -> speech.item(line(speech.wording(), order)));
    }

    static String line(Wording wording, JsonNode order) {
        List<String> facts = new ArrayList<>();
        Results.text(order, "status").ifPresent(status -> facts.add(statusWord(wording, status)));
        Results.time(order, "placedAt").map(wording::date).ifPresent(facts::add);
        Results.amount(order, "total")
                .map(total -> wording.money(total, currency(order)))
                .ifPresent(facts::add);
        List<String> items = Results.texts(order, "items").stream().distinct().toList();
        if (!items.isEmpty()) {
            String named = String.join(" + ", items.subList(0, Math.min(items.size(), NAMED)));
            facts.add(items.size() > NAMED ? named + " + …" : named);
        }
        return wording.text("orders.line", Map.of("order", id(order), "facts", String.join(", ", facts)));
    }

    private static String statusWord(Wording wording, String status) {
        String key = "status." + status;
        return wording.has(key) ? wording.text(key) : status;
    }

    static void tracking(Speech speech, JsonNode order) {
        status(speech, order);
        List<JsonNode> parcels = Results.list(order, "shipments");
        parcels.stream().limit(PARCELS).forEach(parcel -> parcel(speech, parcel));
        boolean waiting = NOT_SENT.contains(order.path("status").asText());
        if (parcels.isEmpty() && waiting) {
            speech.say("parcel.none");
        }
    }

    private static void status(Speech speech, JsonNode order) {
        String status = order.path("status").asText("");
        String key = "order.status." + status;
        if (speech.wording().has(key)) {
            speech.say(key, Map.of("order", id(order)));
        } else {
            speech.say("order.status", Map.of("order", id(order), "status", Results.oneLine(status)));
        }
        Results.time(order, "placedAt")
                .ifPresent(time -> speech.say(
                        "order.placed", Map.of("date", speech.wording().date(time))));
    }

    private static void parcel(Speech speech, JsonNode parcel) {
        Optional<String> status = Results.text(parcel, "status");
        status.ifPresent(value -> {
            String key = "parcel.status." + value;
            if (speech.wording().has(key)) {
                speech.say(key);
            } else {
                speech.say("parcel.status", Map.of("status", value));
            }
        });
        tracking(speech, Results.texts(parcel, "trackingNumbers"), Results.text(parcel, "carrier"));
        boolean arrived = status.filter(ARRIVED::contains).isPresent();
        Results.time(parcel, "expectedAt")
                .filter(time -> !arrived)
                .ifPresent(time -> speech.say(
                        "parcel.expected", Map.of("date", speech.wording().date(time))));
        List<JsonNode> events = Results.list(parcel, "events");
        if (!events.isEmpty()) {
            event(speech, events.get(events.size() - 1));
        }
    }

    private static void tracking(Speech speech, List<String> numbers, Optional<String> carrier) {
        if (numbers.isEmpty()) {
            carrier.ifPresent(name -> speech.say("parcel.carrier", Map.of("carrier", name)));
            return;
        }
        String key = speech.wording()
                .plural(carrier.isPresent() ? "parcel.tracking.carrier" : "parcel.tracking", numbers.size());
        Map<String, String> values = new HashMap<>();
        values.put("tracking", speech.wording().list(numbers));
        carrier.ifPresent(name -> values.put("carrier", name));
        speech.say(key, values);
    }

    private static void event(Speech speech, JsonNode event) {
        Optional<String> news = Results.text(event, "text").or(() -> Results.text(event, "status"));
        Optional<Instant> at = Results.time(event, "at");
        if (news.isEmpty() || at.isEmpty()) {
            return;
        }
        Optional<String> place = Results.text(event, "location");
        Map<String, String> values = new HashMap<>();
        values.put("date", speech.wording().date(at.get()));
        values.put("news", unended(news.get()));
        place.ifPresent(name -> values.put("place", name));
        speech.say(place.isPresent() ? "parcel.news.place" : "parcel.news", values);
    }

    /** Without the full stop at its end: the sentence around it has one. */
    private static String unended(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    static void details(Speech speech, JsonNode order) {
        status(speech, order);
        List<JsonNode> items = Results.list(order, "items");
        if (!items.isEmpty()) {
            speech.say("order.contents");
            items.forEach(item -> speech.item(itemLine(speech.wording(), order, item)));
        }
        Wording wording = speech.wording();
        Optional<BigDecimal> total = Results.amount(order, "total");
        List<BigDecimal> paid = amounts(order, "payment");
        if (total.isPresent()) {
            speech.say("order.total", Map.of("amount", wording.money(total.get(), currency(order))));
        } else if (paid.size() == 1) {
            speech.say("order.paid", Map.of("amount", wording.money(paid.get(0), currency(order))));
        }
        refunds(speech, order);
    }

    private static String itemLine(Wording wording, JsonNode order, JsonNode item) {
        StringBuilder line = new StringBuilder(Results.text(item, "name").orElse(""));
        List<String> options = Results.values(item.path("options"));
        if (!options.isEmpty()) {
            line.append(" (").append(String.join(", ", options)).append(')');
        }
        Results.amount(item, "price")
                .ifPresent(price -> line.append(", ").append(wording.money(price, currency(order))));
        return line.toString();
    }

    /** @return whether a refund is recorded */
    static boolean refund(Speech speech, JsonNode order) {
        status(speech, order);
        boolean recorded = isRefunded(order);
        if (recorded) {
            refunds(speech, order);
        } else {
            speech.say("refund.none");
        }
        return recorded;
    }

    static boolean isRefunded(JsonNode order) {
        return !amounts(order, "refund").isEmpty();
    }

    private static void refunds(Speech speech, JsonNode order) {
        amounts(order, "refund")
                .forEach(amount -> speech.say(
                        "refund.recorded", Map.of("amount", speech.wording().money(amount, currency(order)))));
    }

    private static List<BigDecimal> amounts(JsonNode order, String type) {
        return Results.list(order, "payments").stream()
                .filter(payment -> payment.path("type").asText().equals(type))
                .flatMap(payment -> Results.amount(payment, "amount").stream())
                .toList();
    }

    private static Optional<String> currency(JsonNode order) {
        return Results.text(order, "currency");
    }

    private static String id(JsonNode order) {
        return order.path("id").asText("");
    }
}
