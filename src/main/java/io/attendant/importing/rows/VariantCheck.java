package io.attendant.importing.rows;

import io.attendant.catalog.Product;
import io.attendant.catalog.ProductData;
import io.attendant.importing.reading.FieldPath;
import io.attendant.importing.reading.Rejections;
import io.attendant.importing.reading.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A variant is of one product only. It may move, if the file also brings the product that it leaves. */
final class VariantCheck implements FileCheck<ProductData> {
    private final Map<String, String> productsInFile = new HashMap<>();
    private final List<Conflict> conflicts = new ArrayList<>();

    /** A variant that a stored product has, which a later row may change. */
    private record Conflict(Row<ProductData> row, int variant, String storedProduct) {}

    @Override
    public void rows(List<Row<ProductData>> rows, Rejections rejections) {
        Map<String, String> stored = storedOwners(rows);
        for (Row<ProductData> row : rows) {
            String product = row.data().id();
            for (int i = 0; i < row.data().variants().size(); i++) {
                String variant = row.data().variants().get(i).id();
                String other = productsInFile.putIfAbsent(variant, product);
                if (other != null) {
                    rejections.add(row, field(i), "is given twice in this file");
                    continue;
                }
                String owner = stored.get(variant);
                if (owner != null && !owner.equals(product)) {
                    conflicts.add(new Conflict(row, i, owner));
                }
            }
        }
    }

    @Override
    public void end(Set<String> ids, Rejections rejections) {
        for (Conflict conflict : conflicts) {
            if (!ids.contains(conflict.storedProduct())) {
                rejections.add(conflict.row(), field(conflict.variant()), "is a variant of another product");
            }
        }
    }

    private static Map<String, String> storedOwners(List<Row<ProductData>> rows) {
        Set<String> ids = rows.stream()
                .flatMap(row -> row.data().variants().stream())
                .map(variant -> variant.id())
                .collect(Collectors.toSet());
        return ids.isEmpty()
                ? Map.of()
                : Product.owners(ids).stream()
                        .collect(Collectors.toMap(
                                Product.Ownership::variantId, Product.Ownership::productId, (first, second) -> second));
    }

    private static String field(int variant) {
        return FieldPath.element("variants", variant) + ".id";
    }
}
