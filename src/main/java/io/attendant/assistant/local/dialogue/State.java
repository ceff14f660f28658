package io.attendant.assistant.local.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.shared.wording.Language;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What earlier turns left behind, read from their messages.
 *
 * @param language that the shopper wrote last
 * @param introduced whether the shopper was told what is answering
 * @param subject what was looked at last
 * @param orders the list of orders seen last, in its order
 * @param opened the ids of orders that were looked at
 * @param orderId the order looked at last
 * @param products the list of products seen last, in its order
 * @param productId the product looked at last
 * @param product the details of a product that were looked at last
 * @param productQuery the words that products were searched with last
 * @param question what the last answer asked
 * @param wish what was wanted last, small talk aside
 * @param errand what is being done, if the last answer was a step of it
 * @param rest what else the shopper wants once the errand is settled, in his own words
 * @param misunderstood how many turns in a row were not understood
 */
record State(
        Optional<Language> language,
        boolean introduced,
        Subject subject,
        List<JsonNode> orders,
        Set<String> opened,
        Optional<String> orderId,
        List<JsonNode> products,
        Optional<String> productId,
        Optional<JsonNode> product,
        Optional<String> productQuery,
        Optional<Question> question,
        Optional<Wish> wish,
        Optional<Errand> errand,
        List<String> rest,
        int misunderstood) {

    enum Subject {
        none,
        orders,
        products
    }

    static State start(boolean introduced) {
        return new State(
                Optional.empty(),
                introduced,
                Subject.none,
                List.of(),
                Set.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0);
    }

    /** The same with nothing open but what was kept for later, without this. */
    State settled(String taken) {
        return new State(
                language,
                introduced,
                subject,
                orders,
                opened,
                orderId,
                products,
                productId,
                product,
                productQuery,
                Optional.empty(),
                wish,
                Optional.empty(),
                rest.stream().filter(text -> !text.equals(taken)).toList(),
                misunderstood);
    }

    /** The same within an answer that has begun. */
    State afterIntroduction() {
        return new State(
                language,
                true,
                subject,
                orders,
                opened,
                orderId,
                products,
                productId,
                product,
                productQuery,
                question,
                wish,
                errand,
                rest,
                misunderstood);
    }

    /** After a turn: its tool results, and what its answer asked, if the answer was this assistant's. */
    State after(
            Language spoken,
            List<ToolUse> uses,
            Optional<Step.Say> answered,
            Wish turnsWish,
            List<String> stillWanted) {
        Seen seen = new Seen(this);
        uses.stream().filter(use -> !use.isRefused()).forEach(seen::add);
        return new State(
                Optional.of(spoken),
                introduced,
                seen.subject,
                seen.orders,
                seen.opened,
                seen.orderId,
                seen.products,
                seen.productId,
                seen.product,
                seen.productQuery,
                answered.flatMap(Step.Say::question),
                turnsWish.isRequest() ? Optional.of(turnsWish) : wish,
                answered.flatMap(Step.Say::errand),
                stillWanted,
                answered.filter(Step.Say::misunderstood).isPresent() ? misunderstood + 1 : 0);
    }

    private static final class Seen {
        private Subject subject;
        private List<JsonNode> orders;
        private final Set<String> opened;
        private Optional<String> orderId;
        private List<JsonNode> products;
        private Optional<String> productId;
        private Optional<JsonNode> product;
        private Optional<String> productQuery;

        Seen(State before) {
            subject = before.subject;
            orders = before.orders;
            opened = new LinkedHashSet<>(before.opened);
            orderId = before.orderId;
            products = before.products;
            productId = before.productId;
            product = before.product;
            productQuery = before.productQuery;
        }

        void add(ToolUse use) {
            switch (use.tool()) {
                case Tools.LIST_ORDERS -> {
                    orders = Results.list(use.result(), "orders");
                    subject = Subject.orders;
                }
                case Tools.ORDER_DETAILS -> {
                    String id = Results.text(Results.order(use.result()), "id").orElse(use.argument("orderId"));
                    orderId = Optional.of(id);
                    opened.add(id);
                    subject = Subject.orders;
                }
                case Tools.FIND_PRODUCTS -> {
                    products = Results.products(use);
                    productId = products.size() == 1 ? Results.text(products.get(0), "id") : Optional.empty();
                    productQuery = Optional.of(use.argument("query")).filter(query -> !query.isBlank());
                    subject = products.isEmpty() ? subject : Subject.products;
                }
                case Tools.PRODUCT_DETAILS -> {
                    JsonNode details = Results.product(use.result());
                    String id = Results.text(details, "id").orElse(use.argument("productId"));
                    product = Optional.of(details);
                    productId = Optional.of(id);
                    if (products.stream()
                            .noneMatch(known ->
                                    Results.text(known, "id").filter(id::equals).isPresent())) {
                        products = with(products, details);
                    }
                    subject = Subject.products;
                }
                default -> {
                    // Other tools leave nothing that a later message could mean by "it".
                }
            }
        }

        private static List<JsonNode> with(List<JsonNode> list, JsonNode further) {
            List<JsonNode> longer = new ArrayList<>(list);
            longer.add(further);
            return List.copyOf(longer);
        }
    }
}
