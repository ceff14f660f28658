package io.attendant.assistant.local.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attendant.assistant.local.understanding.Intent;
import io.attendant.assistant.local.understanding.Slots;
import io.attendant.assistant.local.wording.Speech;
import io.attendant.shared.ErrorCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds products and answers questions about them. */
final class ProductClerk {
    private static final int COMPARED = 3;

    private final Glossary glossary;
    private final HelpClerk help;

    ProductClerk(Glossary glossary, HelpClerk help) {
        this.glossary = glossary;
        this.help = help;
    }

    Step answer(Task task) {
        return switch (task.wish().intent()) {
            case product_details, product_price, product_stock -> about(task);
            case compare_products -> compare(task);
            default -> find(task);
        };
    }

    private Step find(Task task) {
        Slots slots = task.wish().slots();
        Optional<String> query = query(slots.contentWords()).or(() -> repeated(task));
        if (query.isEmpty()) {
            return whatKind(task);
        }
        Search search = search(task, query.get(), slots.inStockOnly());
        return search.next().orElseGet(() -> listed(task, search.found()));
    }

    /** "Any cheaper ones?" is about what was searched before. */
    private static Optional<String> repeated(Task task) {
        Slots slots = task.wish().slots();
        boolean narrows = slots.maxPrice().isPresent() || slots.inStockOnly();
        return narrows && task.state().focus().isOnProducts()
                ? task.state().focus().productQuery()
                : Optional.empty();
    }

    private static Optional<String> query(List<String> words) {
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", words));
    }

    private static Step whatKind(Task task) {
        Optional<ToolUse> types = task.used(Tools.PRODUCT_TYPES);
        if (types.isEmpty() && task.offers(Tools.PRODUCT_TYPES)) {
            return Task.call(Tools.PRODUCT_TYPES);
        }
        Speech speech = task.speech();
        types.filter(use -> !use.isRefused()).ifPresent(use -> ProductReport.types(speech, use.result()));
        return Task.ask(speech, Question.what_product, "products.what");
    }

    private Step listed(Task task, ToolUse found) {
        if (found.isRefused()) {
            return Refusals.of(task, found);
        }
        List<JsonNode> products = Results.products(found);
        if (products.isEmpty() || !meant(products, words(found))) {
            // "Do you have gift cards?" may be a question to the help articles.
            return help.attempt(task).orElseGet(() -> nothing(task));
        }
        Speech speech = task.speech();
        boolean all =
                products.size() == Results.list(found.result(), "products").size();
        ProductReport.list(speech, products, all ? Results.number(found.result(), "total") : Optional.empty());
        if (task.wish().intent() == Intent.place_order) {
            speech.say("products.order");
        }
        return Task.ask(speech, Question.which_product, products.size() == 1 ? "more" : "products.which");
    }

    /**
     * Of several words the search takes any where no product has them all: then one has to be in a name, or it was chance.
     */
    private static boolean meant(List<JsonNode> products, List<String> words) {
        return words.size() == 1 || products.stream().anyMatch(product -> isCalled(product, words));
    }

    private static boolean isCalled(JsonNode product, List<String> words) {
        return Terms.of(name(product) + " " + category(product)).hasAny(words);
    }

    private static List<String> words(ToolUse search) {
        return List.of(search.argument("query").split(" ", -1));
    }

    private static Step nothing(Task task) {
        boolean limited = task.wish().slots().maxPrice().isPresent();
        return Task.ask(
                task.speech().say(limited ? "products.none.limit" : "products.none"),
                Question.what_product,
                "products.else");
    }

    /** Tries products for a message that no intent was found for; empty if none has such a name. */
    Optional<Step> attempt(Task task) {
        Optional<String> query = query(task.wish().slots().contentWords());
        if (query.isEmpty() || !task.offers(Tools.FIND_PRODUCTS)) {
            return Optional.empty();
        }
        Search search = search(task, query.get(), task.wish().slots().inStockOnly());
        if (search.next().isPresent()) {
            return search.next();
        }
        List<String> words = words(search.found());
        boolean meant = Results.products(search.found()).stream()
                .anyMatch(product ->
                        2 * Terms.of(name(product) + " " + category(product)).hits(words) >= words.size());
        return meant ? Optional.of(listed(task, search.found())) : Optional.empty();
    }

    /** A search as far as it has come: the next step, or what was found. */
    private record Search(Optional<Step> next, ToolUse found) {}

    /** First the shopper's own words; where they find nothing, what they mean in English. */
    private Search search(Task task, String query, boolean inStockOnly) {
        if (!task.offers(Tools.FIND_PRODUCTS)) {
            return new Search(Optional.of(task.unable("unavailable")), null);
        }
        Optional<ToolUse> first = task.used(Tools.FIND_PRODUCTS, "query", query);
        if (first.isEmpty()) {
            return new Search(Optional.of(searchCall(task, query, inStockOnly)), null);
        }
        List<String> translated = glossary.translate(task.wording().language(), List.of(query.split(" ", -1)));
        boolean foundNothing = !first.get().isRefused()
                && Results.list(first.get().result(), "products").isEmpty();
        if (!foundNothing || translated.isEmpty()) {
            return new Search(Optional.empty(), first.get());
        }
        String again = String.join(" ", translated);
        Optional<ToolUse> second = task.used(Tools.FIND_PRODUCTS, "query", again);
        return second.isEmpty()
                ? new Search(Optional.of(searchCall(task, again, inStockOnly)), null)
                : new Search(Optional.empty(), second.get());
    }

    private static Step searchCall(Task task, String query, boolean inStockOnly) {
        ObjectNode arguments = Task.arguments().put("query", query);
        task.wish().slots().maxPrice().ifPresent(limit -> arguments.put("maxPrice", limit));
        if (inStockOnly) {
            arguments.put("inStockOnly", true);
        }
        return new Step.Call(Tools.FIND_PRODUCTS, arguments);
    }

    /** Price, stock or details of one product: one that was shown, or one that the shopper names. */
    private Step about(Task task) {
        Optional<String> shown = shown(task);
        if (shown.isPresent()) {
            return details(task, shown.get());
        }
        Optional<String> query = query(task.wish().slots().contentWords());
        if (query.isEmpty()) {
            return task.state().focus().products().isEmpty()
                    ? whatKind(task)
                    : Task.ask(task.speech(), Question.which_product, "products.which_one");
        }
        Search search = search(task, query.get(), false);
        if (search.next().isPresent()) {
            return search.next().get();
        }
        if (search.found().isRefused()) {
            return Refusals.of(task, search.found());
        }
        List<String> words = words(search.found());
        List<JsonNode> products = Results.products(search.found());
        Optional<JsonNode> named = products.size() == 1 ? Optional.of(products.get(0)) : unmistakable(products, words);
        boolean byName = products.stream().anyMatch(product -> isCalled(product, words));
        // "Is there a warranty?" asks for the shop's rules, although a product's description has the word.
        Optional<Step> rule = byName ? Optional.empty() : help.attempt(task);
        return rule.or(() -> named.map(product -> details(task, id(product))))
                .orElseGet(() -> listed(task, search.found()));
    }

    /** The only product whose name holds all the words. */
    private static Optional<JsonNode> unmistakable(List<JsonNode> products, List<String> words) {
        List<JsonNode> named = products.stream()
                .filter(product -> Terms.of(name(product)).hits(words) == words.size())
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    private static Optional<String> shown(Task task) {
        State state = task.state();
        Slots slots = task.wish().slots();
        List<JsonNode> products = state.focus().products();
        if (slots.ordinal().isPresent() && slots.ordinal().getAsInt() <= products.size()) {
            return Optional.of(id(products.get(slots.ordinal().getAsInt() - 1)));
        }
        if (slots.last() && !products.isEmpty()) {
            return Optional.of(id(products.get(products.size() - 1)));
        }
        if (slots.other() && state.focus().productId().isPresent()) {
            Optional<String> next = next(products, state.focus().productId().get());
            if (next.isPresent()) {
                return next;
            }
        }
        boolean inFocus =
                state.focus().isOnProducts() && state.focus().productId().isPresent();
        if (inFocus && (slots.refersBack() || slots.contentWords().isEmpty())) {
            return state.focus().productId();
        }
        return byName(products, slots.contentWords()).map(ProductClerk::id);
    }

    private static Optional<String> next(List<JsonNode> products, String current) {
        List<String> ids = products.stream().map(ProductClerk::id).toList();
        int place = ids.indexOf(current);
        return ids.size() > 1 && place >= 0 ? Optional.of(ids.get((place + 1) % ids.size())) : Optional.empty();
    }

    /** Of the products on the list the first with most of the shopper's words in its name. */
    static Optional<JsonNode> byName(List<JsonNode> products, List<String> words) {
        return products.stream()
                .filter(product -> Terms.of(name(product)).hasAny(words))
                .max(Comparator.comparingLong(product -> Terms.of(name(product)).hits(words)));
    }

    private Step details(Task task, String productId) {
        Optional<ToolUse> used = task.used(Tools.PRODUCT_DETAILS, "productId", productId);
        if (used.isEmpty()) {
            return task.offers(Tools.PRODUCT_DETAILS)
                    ? Task.call(Tools.PRODUCT_DETAILS, "productId", productId)
                    : task.unable("unavailable");
        }
        if (used.get().isRefused()) {
            return refused(task, used.get());
        }
        JsonNode product = Results.product(used.get().result());
        Speech speech = task.speech();
        switch (task.wish().intent()) {
            case product_price -> ProductReport.price(speech, product);
            case product_stock -> ProductReport.stock(speech, product, withEnglish(task));
            default -> ProductReport.details(speech, product);
        }
        return Task.say(speech);
    }

    /** The shopper's words, and what they are in a catalogue in English. */
    private List<String> withEnglish(Task task) {
        List<String> words = new ArrayList<>(task.wish().slots().contentWords());
        words.addAll(glossary.translate(task.wording().language(), words));
        return words;
    }

    private static Step refused(Task task, ToolUse used) {
        return used.refusal().filter(ErrorCode.PRODUCT_NOT_FOUND.code()::equals).isPresent()
                ? nothing(task)
                : Refusals.of(task, used);
    }

    private Step compare(Task task) {
        List<JsonNode> seen = task.state().focus().products();
        List<String> words = task.wish().slots().contentWords();
        List<JsonNode> compared = named(seen, words);
        if (compared.size() < 2 && !words.isEmpty()) {
            Search search = search(task, String.join(" ", words), false);
            if (search.next().isPresent()) {
                return search.next().get();
            }
            compared = named(Results.products(search.found()), words);
            if (compared.size() < 2 && seen.size() < 2) {
                return listed(task, search.found());
            }
        }
        if (compared.size() < 2) {
            compared = seen.stream().limit(COMPARED).toList();
        }
        return compared.size() < 2 ? find(task) : compare(task, compared);
    }

    private static Step compare(Task task, List<JsonNode> products) {
        List<JsonNode> details = new ArrayList<>();
        for (JsonNode product : products) {
            Optional<ToolUse> used = task.used(Tools.PRODUCT_DETAILS, "productId", id(product));
            if (used.isEmpty()) {
                return task.offers(Tools.PRODUCT_DETAILS)
                        ? Task.call(Tools.PRODUCT_DETAILS, "productId", id(product))
                        : task.unable("unavailable");
            }
            if (used.get().isRefused()) {
                return refused(task, used.get());
            }
            details.add(Results.product(used.get().result()));
        }
        Speech speech = task.speech();
        details.forEach(product -> ProductReport.compared(speech, product));
        return Task.say(speech);
    }

    /** Those that the shopper's words fit best, if that are two at least; else all that have one of the words in their names. */
    private static List<JsonNode> named(List<JsonNode> products, List<String> words) {
        long most = products.stream()
                .mapToLong(product -> Terms.of(name(product)).hits(words))
                .max()
                .orElse(0);
        List<JsonNode> best = withHits(products, words, Math.max(1, most));
        return best.size() >= 2 ? best : withHits(products, words, 1);
    }

    private static List<JsonNode> withHits(List<JsonNode> products, List<String> words, long least) {
        return products.stream()
                .filter(product -> Terms.of(name(product)).hits(words) >= least)
                .limit(COMPARED)
                .toList();
    }

    private static String id(JsonNode product) {
        return product.path("id").asText("");
    }

    private static String category(JsonNode product) {
        return product.path("category").asText("");
    }

    private static String name(JsonNode product) {
        return product.path("name").asText("");
    }
}
