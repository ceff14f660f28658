package io.attendant.catalog;

import io.attendant.shared.Ids;
import io.attendant.shared.Page;
import io.attendant.shared.SearchText;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds products by words, category, price and stock. */
@ApplicationScoped
public class ProductSearch {
    private static final BigDecimal HIGHEST_PRICE = new BigDecimal("9999999999.99");
    private static final BigDecimal LOWEST_PRICE = new BigDecimal("0.01");

    @Inject
    EntityManager entityManager;

    /** A kind of product that the shop sells, and how many of it. */
    @RegisterForReflection
    public record Category(String name, long products) {}

    /** What a product is called. */
    @RegisterForReflection
    public record Name(String id, String name) {}

    /** One page of the products that match, the best match first. */
    @Transactional
    public Page<ProductData> find(ProductQuery query, int page) {
        return find(query, page, Page.SIZE);
    }

    /** The {@code limit} best matches, as a first page. */
    @Transactional
    public Page<ProductData> best(ProductQuery query, int limit) {
        return find(query, 1, limit);
    }

    @Transactional
    public Optional<ProductData> byId(String id) {
        return Ids.possible(id) ? Product.byId(id).map(Product::data) : Optional.empty();
    }

    /** The products that these variants are of, each once; nothing for a variant that doesn't exist. */
    @Transactional
    public List<ProductData> ofVariants(Collection<String> variantIds) {
        List<String> possible =
                variantIds.stream().filter(Ids::possible).distinct().toList();
        return possible.isEmpty()
                ? List.of()
                : Product.ofVariants(possible).stream().map(Product::data).toList();
    }

    /**
     * The categories in the order of their first products, spelled as there; two spellings of one category are one. Products
     * without a category are in none.
     */
    @Transactional
    public List<Category> categories() {
        List<?> rows = entityManager.createNativeQuery("""
                        select (array_agg(category order by position))[1], count(*) from products
                        where category_key is not null
                        group by category_key order by min(position)""").getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Category((String) row[0], ((Number) row[1]).longValue()))
                .toList();
    }

    /** Whether any product is of this category. */
    @Transactional
    public boolean hasCategory(String category) {
        return Ids.isStorable(category) && Product.count("categoryKey", Product.categoryKey(category)) > 0;
    }

    /** The names of the first products in import order. */
    @Transactional
    public Page<Name> names(int limit) {
        List<Name> names = entityManager
                .createQuery("select p.id, p.name from Product p order by p.position", Name.class)
                .setMaxResults(limit)
                .getResultList();
        return new Page<>(names, 1, Product.count());
    }

    private Page<ProductData> find(ProductQuery query, int page, int limit) {
        if (!query.category().map(Ids::isStorable).orElse(true)) {
            return new Page<>(List.of(), page, 0);
        }
        if (query.text().isBlank()) {
            return matches(query, Optional.empty(), page, limit);
        }
        if (SearchText.words(query.text()).isEmpty()) {
            // Signs alone: nothing is called that.
            return new Page<>(List.of(), page, 0);
        }
        List<String> searches = SearchText.queries(query.text());
        if (searches.isEmpty()) {
            // Only words like "show me some": they ask for everything.
            return matches(query, Optional.empty(), page, limit);
        }
        Page<ProductData> found = null;
        for (String search : searches) {
            found = matches(query, Optional.of(search), page, limit);
            if (found.total() > 0) {
                break;
            }
        }
        return found;
    }

    private Page<ProductData> matches(ProductQuery query, Optional<String> search, int page, int limit) {
        Filter filter = new Filter();
        search.ifPresent(words -> filter.and("p.search @@ cast(:search as tsquery)", "search", words));
        query.category()
                .ifPresent(category ->
                        filter.and("p.category_key = :category", "category", Product.categoryKey(category)));
        if (query.maxPrice().isPresent() || query.inStockOnly()) {
            List<String> variant = new ArrayList<>(List.of("v.product_id = p.id"));
            query.maxPrice().ifPresent(price -> {
                variant.add("v.price <= :maxPrice");
                filter.parameters.put("maxPrice", bounded(price));
            });
            if (query.inStockOnly()) {
                variant.add("v.available and coalesce(v.stock, 1) > 0");
            }
            filter.conditions.add("exists (select 1 from variants v where " + String.join(" and ", variant) + ")");
        }
        long total =
                ((Number) filter.query("select count(*) from products p", "").getSingleResult()).longValue();
        String order = (search.isPresent() ? "ts_rank(p.search, cast(:search as tsquery)) desc, " : "") + "p.position";
        int offset = Math.multiplyExact(page - 1, limit);
        return new Page<>(total > offset ? loaded(filter, order, offset, limit) : List.of(), page, total);
    }

    private List<ProductData> loaded(Filter filter, String order, int offset, int limit) {
        List<?> ids = filter.query("select p.id from products p", " order by " + order)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
        List<String> ordered = ids.stream().map(String.class::cast).toList();
        Map<String, Product> products =
                Product.byIds(ordered).stream().collect(Collectors.toMap(product -> product.id, Function.identity()));
        return ordered.stream().map(id -> products.get(id).data()).toList();
    }

    /** A price from outside may have exponents that the database would have to write out. */
    private static BigDecimal bounded(BigDecimal price) {
        if (price.compareTo(HIGHEST_PRICE) >= 0) {
            return HIGHEST_PRICE;
        }
        if (price.compareTo(LOWEST_PRICE) < 0) {
            return price.signum() < 0 ? BigDecimal.ONE.negate() : BigDecimal.ZERO;
        }
        return price;
    }

    /** The conditions of a native query and what their parameters stand for. */
    private final class Filter {
        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> parameters = new HashMap<>();

        void and(String condition, String parameter, Object value) {
            conditions.add(condition);
            parameters.put(parameter, value);
        }

        Query query(String select, String order) {
            String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
            Query query = entityManager.createNativeQuery(select + where + order);
            new TreeMap<>(parameters).forEach(query::setParameter);
            return query;
        }
    }
}
