package io.attendant.assistant.local.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.assistant.OpenPage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What "it" and "the second one" can mean: the things that tools showed, and the page that is open. Immutable.
 *
 * @param subject what was looked at last
 * @param orders the list of orders seen last, in its order
 * @param opened the ids of orders that were looked at
 * @param orderId the order looked at last
 * @param products the list of products seen last, in its order
 * @param productId the product looked at last
 * @param product the details of a product that were looked at last
 * @param productQuery the words that products were searched with last
 * @param page what the shopper had open last
 */
record Focus(
        Subject subject,
        List<JsonNode> orders,
        Set<String> opened,
        Optional<String> orderId,
        List<JsonNode> products,
        Optional<String> productId,
        Optional<JsonNode> product,
        Optional<String> productQuery,
        OpenPage page) {
    static final Focus NONE = new Focus(
            Subject.none,
            List.of(),
            Set.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OpenPage.NONE);

    enum Subject {
        none,
        orders,
        products
    }

    boolean isOnOrders() {
        return subject == Subject.orders;
    }

    boolean isOnProducts() {
        return subject == Subject.products;
    }

    /**
     * The same with what the shopper has opened since; that counts as spoken of last.
     *
     * @param exists whether the shop has it for this shopper, as far as is known; else only the page is remembered
     */
    Focus lookingAt(OpenPage now, boolean exists) {
        if (now.equals(page)) {
            return this;
        }
        Builder next = new Builder(this);
        next.page = now;
        if (exists) {
            now.productId().ifPresent(next::open);
            now.orderId().ifPresent(id -> {
                next.orderId = Optional.of(id);
                next.subject = Subject.orders;
            });
        }
        return next.build();
    }

    /** The same after tools have shown something. */
    Focus after(List<ToolUse> uses) {
        Builder next = new Builder(this);
        uses.stream().filter(use -> !use.isRefused()).forEach(next::add);
        return next.build();
    }

    private static final class Builder {
        private final Set<String> opened;
        private Subject subject;
        private List<JsonNode> orders;
        private Optional<String> orderId;
        private List<JsonNode> products;
        private Optional<String> productId;
        private Optional<JsonNode> product;
        private Optional<String> productQuery;
        private OpenPage page;

        Builder(Focus before) {
            opened = new LinkedHashSet<>(before.opened);
            subject = before.subject;
            orders = before.orders;
            orderId = before.orderId;
            products = before.products;
            productId = before.productId;
            product = before.product;
            productQuery = before.productQuery;
            page = before.page;
        }

        Focus build() {
            return new Focus(subject, orders, opened, orderId, products, productId, product, productQuery, page);
        }

        void open(String product) {
            productId = Optional.of(product);
            this.product = Optional.empty();
            subject = Subject.products;
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
                    open(id);
                    product = Optional.of(details);
                    if (products.stream()
                            .noneMatch(known ->
                                    Results.text(known, "id").filter(id::equals).isPresent())) {
                        products = with(products, details);
                    }
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
