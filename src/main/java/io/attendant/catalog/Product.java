package io.attendant.catalog;

import io.attendant.shared.SearchText;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.ColumnTransformer;

/** A product of the catalogue with its variants. */
@Entity
@Table(name = "products")
public class Product extends PanacheEntityBase {
    @Id
    public String id;

    @Column(insertable = false, updatable = false)
    public Long position;

    public String name;
    public String category;

    @Column(name = "category_key")
    public String categoryKey;

    public String description;

    @Column(name = "image_url")
    public String imageUrl;

    @Column(columnDefinition = "text[]")
    public List<String> tags;

    @Column(columnDefinition = "tsvector")
    @ColumnTransformer(read = "search::text", write = "?::tsvector")
    public String search;

    @ElementCollection
    @CollectionTable(name = "variants", joinColumns = @JoinColumn(name = "product_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = 500)
    public List<Variant> variants = new ArrayList<>();

    public static Optional<Product> byId(String id) {
        return findByIdOptional(id);
    }

    public static List<Product> byIds(Collection<String> ids) {
        return list("id in ?1", ids);
    }

    /** These products, locked until the transaction ends. */
    public static List<Product> lock(Collection<String> ids) {
        return find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** A variant and the product it is of. */
    @RegisterForReflection
    public record Ownership(String variantId, String productId) {}

    /** Which products own these variants; nothing for a variant that doesn't exist. */
    public static List<Ownership> owners(Collection<String> variantIds) {
        return find("select v.id, p.id from Product p join p.variants v where v.id in ?1", variantIds)
                .project(Ownership.class)
                .list();
    }

    /** The products that these variants are of. */
    public static List<Product> ofVariants(Collection<String> variantIds) {
        return list("select distinct p from Product p join p.variants v where v.id in ?1", variantIds);
    }

    /** The next products in the order they were imported. */
    public static List<Product> after(long position, int limit) {
        return find("position > ?1 order by position", position).page(0, limit).list();
    }

    /** Takes every field of {@code data}; what it leaves out is cleared. */
    public void replace(ProductData data) {
        id = data.id();
        name = data.name();
        category = data.category();
        categoryKey = data.category() == null ? null : categoryKey(data.category());
        description = data.description();
        imageUrl = data.imageUrl();
        tags = data.tags();
        variants = new ArrayList<>(data.variants());
        search = searchVector(data);
    }

    /** What two spellings of the same category have in common. */
    static String categoryKey(String category) {
        return SearchText.fold(category.strip());
    }

    private static String searchVector(ProductData data) {
        Set<String> options = new LinkedHashSet<>();
        data.variants().forEach(variant -> options.addAll(variant.options().values()));
        return SearchText.vector(List.of(
                new SearchText.Part('A', data.name()),
                new SearchText.Part('B', data.category()),
                new SearchText.Part('B', data.tags() == null ? null : String.join(" ", data.tags())),
                new SearchText.Part('C', String.join(" ", options)),
                new SearchText.Part('D', data.description())));
    }

    public ProductData data() {
        return new ProductData(
                id,
                name,
                category,
                description,
                imageUrl,
                tags == null ? null : List.copyOf(tags),
                List.copyOf(variants));
    }
}
