package io.attendant.catalog;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What somebody looks for in the catalogue.
 *
 * @param text words in any order; blank for everything
 * @param category exactly this category, but for letter case and accents
 * @param maxPrice some variant costs at most this
 * @param inStockOnly some variant, of that price too, can be bought now
 */
public record ProductQuery(String text, Optional<String> category, Optional<BigDecimal> maxPrice, boolean inStockOnly) {

    public ProductQuery {
        text = text == null ? "" : text;
        category = category.filter(name -> !name.isBlank());
    }

    public static ProductQuery of(String text) {
        return new ProductQuery(text, Optional.empty(), Optional.empty(), false);
    }
}
