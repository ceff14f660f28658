package io.attendant.assistant.local.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attendant.assistant.local.wording.Speech;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Returns items of an order, or has them replaced by other versions. */
final class ItemsClerk {
    private static final int VARIANTS = 8;

    private final ItemChoice items;
    private final VariantChoice variants;

    ItemsClerk(Glossary glossary) {
        this.items = new ItemChoice(glossary);
        this.variants = new VariantChoice(glossary, items);
    }

    Step giveBack(Job job, JsonNode order) {
        Items all = new Items(order);
        ItemChoice.Chosen chosen = items.choose(job.errand(), all);
        if (!chosen.isClear()) {
            return which(job, order, all, chosen);
        }
        return PaymentClerk.forRefund(
                job,
                order,
                method -> Proposal.of(
                        job, order, Tools.RETURN_ITEMS, arguments(order, all, chosen.places(), List.of(), method)));
    }

    Step swap(Job job, JsonNode order) {
        Items all = new Items(order);
        ItemChoice.Chosen chosen = items.choose(job.errand(), all);
        if (!chosen.isClear()) {
            return which(job, order, all, chosen);
        }
        List<String> replacements = new ArrayList<>();
        BigDecimal difference = BigDecimal.ZERO;
        for (int place : chosen.places()) {
            String productId = all.productId(place);
            Optional<ToolUse> shown = job.task().used(Tools.PRODUCT_DETAILS, "productId", productId);
            if (shown.filter(ToolUse::isRefused).isPresent()) {
                return Regrets.noVersion(job, all.name(place));
            }
            Optional<Step> first = job.beforeProduct(productId, false);
            if (first.isPresent()) {
                return first.get();
            }
            JsonNode product = job.facts().product(productId).orElseThrow();
            Replacement replacement = variants.choose(job.errand(), all, chosen, place, product);
            if (replacement.chosen().isEmpty()) {
                return job.beforeProduct(productId, true).orElseGet(() -> whichVariant(job, all, place, replacement));
            }
            String variant = replacement.chosen().get();
            replacements.add(variant);
            difference = difference.add(price(product, variant).subtract(paid(all.get(place))));
        }
        String tool = job.errand().action().tool(order.path("status").asText());
        return PaymentClerk.forDifference(
                job,
                order,
                difference,
                method -> Proposal.of(job, order, tool, arguments(order, all, chosen.places(), replacements, method)));
    }

    private static BigDecimal price(JsonNode product, String variantId) {
        return Results.list(product, "variants").stream()
                .filter(variant -> variant.path("id").asText("").equals(variantId))
                .flatMap(variant -> Results.amount(variant, "price").stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("chosen, but not among the versions"));
    }

    private static BigDecimal paid(JsonNode item) {
        return Results.amount(item, "price").orElse(BigDecimal.ZERO);
    }

    private static ObjectNode arguments(
            JsonNode order, Items items, List<Integer> places, List<String> replacements, String method) {
        ObjectNode arguments = Task.arguments().put("orderId", OrderChoice.id(order));
        ArrayNode old = arguments.putArray("itemIds");
        places.forEach(place -> old.add(items.variantId(place)));
        if (!replacements.isEmpty()) {
            ArrayNode replacing = arguments.putArray("newItemIds");
            replacements.forEach(replacing::add);
        }
        return arguments.put("paymentMethodId", method);
    }

    private static Step which(Job job, JsonNode order, Items all, ItemChoice.Chosen chosen) {
        Optional<Step> fresh = job.beforeOrder(OrderChoice.id(order), true);
        if (fresh.isPresent()) {
            return fresh.get();
        }
        List<Integer> among = chosen.places();
        Speech speech = job.speech().say("do.items", ErrandClerk.named(order));
        among.forEach(place -> speech.item(Items.line(speech.wording(), order, all.get(place))));
        List<Choice> choices = new ArrayList<>();
        Items.grouped(all, among).forEach((name, places) -> {
            if (places.size() == 1) {
                choices.add(new Choice(name, name));
            } else {
                choices.add(new Choice("1 × " + name, "1 × " + name));
                String several = places.size() + " × " + name;
                choices.add(new Choice(several, several));
            }
        });
        if (among.size() > 1) {
            String everything = job.text("do.items.all");
            choices.add(new Choice(everything, everything));
        }
        return job.ask(
                speech,
                Question.errand_items,
                "do.items." + job.errand().action(),
                among.stream().map(String::valueOf).toList(),
                Optional.empty(),
                choices);
    }

    private static Step whichVariant(Job job, Items all, int place, Replacement replacement) {
        if (replacement.among().isEmpty()) {
            return Regrets.noVersion(job, all.name(place));
        }
        List<JsonNode> shown = replacement.among().stream().limit(VARIANTS).toList();
        Speech speech = job.speech();
        if (replacement.missed()) {
            speech.say("no.version.that", Map.of("product", all.name(place)));
        } else if (replacement.isSame() && job.errand().latest().answers(Question.errand_variant)) {
            speech.say("no.version.same");
        }
        return askVariant(job, speech, all, place, shown);
    }

    static Step.Say askVariant(Job job, Speech speech, Items all, int place, List<JsonNode> shown) {
        speech.say("do.versions", Map.of("product", Items.described(all.get(place))));
        shown.forEach(variant -> speech.item(described(variant) + ", " + job.money(variant, "price")));
        return job.ask(
                speech,
                Question.errand_variant,
                "do.version.which",
                shown.stream().map(variant -> variant.path("id").asText("")).toList(),
                Optional.of(String.valueOf(place)),
                shown.stream()
                        .map(ItemsClerk::described)
                        .map(name -> new Choice(name, name))
                        .toList());
    }

    private static String described(JsonNode variant) {
        List<String> options = Results.values(variant.path("options"));
        return options.isEmpty() ? variant.path("id").asText("") : String.join(", ", options);
    }

    /** Whether an item is what is to be changed, and a method only named to settle the difference. */
    boolean isSwap(Errand errand, JsonNode order) {
        Said first = errand.first();
        return !first.slots().particulars().paying()
                && !items.named(first, new Items(order)).isEmpty();
    }

    /** Whether a message names items of the order, or another version of one that was chosen. */
    boolean isAnswered(Errand errand, Said said, JsonNode order) {
        return items.isAnswered(said, new Items(order)) || variants.isAnswered(errand, said, new Items(order));
    }
}
