package io.attendant.catalog;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.invocation.InvocationParameters;
import io.attendant.conversations.ChatEvent;
import io.attendant.conversations.ShopperTool;
import io.attendant.conversations.TurnScope;
import io.attendant.identity.TrustLevel;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.Money;
import io.attendant.shared.Page;
import io.attendant.shared.ProblemException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalogue, for the model. */
@ApplicationScoped
public class CatalogTools {
    private static final int MAX_FOUND = 8;
    private static final int MAX_NAMES = 100;
    /** As many as stand side by side. */
    private static final int MAX_COMPARED = 4;

    @Inject
    ProductSearch search;

    /** @param total how many match altogether */
    @RegisterForReflection
    record FoundProducts(List<FoundProduct> products, long total) {}

    /** @param priceFrom the cheapest variant; absent without variants */
    @RegisterForReflection
    record FoundProduct(String id, String name, String category, Money priceFrom, Money priceTo, boolean available) {
        static FoundProduct of(ProductData product) {
            List<Money> prices =
                    product.variants().stream().map(Variant::price).sorted().toList();
            return new FoundProduct(
                    product.id(),
                    product.name(),
                    product.category(),
                    prices.isEmpty() ? null : prices.getFirst(),
                    prices.isEmpty() ? null : prices.getLast(),
                    product.variants().stream().anyMatch(Variant::inStock));
        }
    }

    /**
     * @param categories what the shop sells, with how many products there are of each
     * @param products the first products of the catalogue
     * @param total how many products there are altogether
     */
    @RegisterForReflection
    record ProductTypes(List<ProductSearch.Category> categories, List<ProductSearch.Name> products, long total) {}

    /** The data of a {@code products} card. */
    @RegisterForReflection
    record ProductCards(List<ProductData> items, long total) {}

    /** The data of a {@code comparison} card: products in the order in which they were looked at. */
    @RegisterForReflection
    record Comparison(List<ProductData> items) {}

    @Tool(
            "Finds products of the shop by words such as a name, a kind, a colour or a material. Returns at most 8 products, "
                    + "best match first, each with id, name, category, the lowest and highest price of its variants (priceFrom, "
                    + "priceTo) and whether any can be bought now (available); total is how many match. The shopper sees them as "
                    + "cards. An empty list means that the shop has nothing like it. Call getProductDetails for variants, options "
                    + "and stock.")
    @ShopperTool(level = TrustLevel.anonymous)
    public Object findProducts(
            @P(
                            value =
                                    "Words to look for, in the language of the catalogue as listProductTypes shows it; empty "
                                            + "for all products",
                            required = true)
                    String query,
            @P(value = "A category as listProductTypes names it. Default: every category", required = false)
                    String category,
            @P(value = "Highest price in the shop's currency. Default: any price", required = false)
                    BigDecimal maxPrice,
            @P(value = "True for only what can be bought now. Default: false", required = false) Boolean inStockOnly,
            InvocationParameters turn) {
        Page<ProductData> found = search.best(query(query, category, maxPrice, inStockOnly), MAX_FOUND);
        if (!found.items().isEmpty()) {
            TurnScope.of(turn).emit(new ChatEvent.Card("products", new ProductCards(found.items(), found.total())));
        }
        return new FoundProducts(found.items().stream().map(FoundProduct::of).toList(), found.total());
    }

    /** A category that the shop doesn't have is taken for one more word: models name kinds of things as categories. */
    private ProductQuery query(String text, String category, BigDecimal maxPrice, Boolean inStockOnly) {
        Optional<String> wanted = Optional.ofNullable(category).filter(name -> !name.isBlank());
        boolean known = wanted.isEmpty() || search.hasCategory(wanted.get());
        String words = text == null ? "" : text;
        return new ProductQuery(
                known ? words : words + " " + wanted.get(),
                known ? wanted : Optional.empty(),
                Optional.ofNullable(maxPrice),
                Boolean.TRUE.equals(inStockOnly));
    }

    @Tool(
            "Returns one product with its description and all variants: id, options, price, available, and stock where the "
                    + "shop counts it. The shopper sees it as a card, several products of one answer side by side. Call findProducts first to learn the id.")
    @ShopperTool(level = TrustLevel.anonymous)
    public Object getProductDetails(
            @P(value = "The product's id, from findProducts, listProductTypes or an order's item", required = true)
                    String productId,
            InvocationParameters turn) {
        ProductData product = Optional.ofNullable(productId)
                .map(String::strip)
                .flatMap(search::byId)
                .orElseThrow(() -> new ProblemException(ErrorCode.PRODUCT_NOT_FOUND));
        TurnScope scope = TurnScope.of(turn);
        scope.emit(card(product, scope.cards()));
        return product;
    }

    /** Products that are looked at one after the other in one turn are compared: their card takes the place of each one's own. */
    private static ChatEvent.Card card(ProductData product, List<ChatEvent.Card> shown) {
        Map<String, ProductData> compared = new LinkedHashMap<>();
        for (ChatEvent.Card card : shown) {
            switch (card.data()) {
                case ProductData one -> compared.put(one.id(), one);
                case Comparison several -> several.items().forEach(one -> compared.put(one.id(), one));
                default -> {
                    // Lists of what was found, and orders.
                }
            }
        }
        compared.put(product.id(), product);
        return compared.size() > 1 && compared.size() <= MAX_COMPARED
                ? new ChatEvent.Card("comparison", new Comparison(List.copyOf(compared.values())))
                : new ChatEvent.Card("product", product);
    }

    @Tool(
            "Returns what the shop sells: its categories with the number of products in each, the ids and names of the first "
                    + "100 products, and the total. Call it to answer what there is, or to learn a category for findProducts.")
    @ShopperTool(level = TrustLevel.anonymous)
    public Object listProductTypes(InvocationParameters turn) {
        Page<ProductSearch.Name> names = search.names(MAX_NAMES);
        return new ProductTypes(search.categories(), names.items(), names.total());
    }
}
