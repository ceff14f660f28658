package io.attendant.importing.rows;

import io.attendant.catalog.Product;
import io.attendant.catalog.ProductData;
import io.attendant.importing.reading.FieldErrors;
import io.attendant.importing.reading.FieldPath;
import io.attendant.shared.ErrorCode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Products in files. */
final class ProductRows extends Rows<Product, ProductData> {
    @Override
    public Class<ProductData> type() {
        return ProductData.class;
    }

    @Override
    public ErrorCode notFound() {
        return ErrorCode.PRODUCT_NOT_FOUND;
    }

    @Override
    public String id(ProductData data) {
        return data.id();
    }

    @Override
    public Product create() {
        return new Product();
    }

    @Override
    public void replace(Product entity, ProductData data) {
        entity.replace(data);
    }

    @Override
    public ProductData data(Product entity) {
        return entity.data();
    }

    @Override
    public long position(Product entity) {
        return entity.position;
    }

    @Override
    public Optional<Product> byId(String id) {
        return Product.byId(id);
    }

    @Override
    public List<Product> lock(Collection<String> ids) {
        return Product.lock(ids);
    }

    @Override
    public List<Product> after(long position, int limit) {
        return Product.after(position, limit);
    }

    @Override
    public void check(ProductData data, FieldErrors errors) {
        for (int i = 0; i < data.variants().size(); i++) {
            errors.requireNotNegative(data.variants().get(i).price(), FieldPath.element("variants", i) + ".price");
        }
    }

    @Override
    public FileCheck<ProductData> newFileCheck() {
        return new VariantCheck();
    }
}
