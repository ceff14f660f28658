package io.attendant.orders;

import io.attendant.shared.Money;
import java.util.Map;
import java.util.Optional;

/**
 * A variant of today's catalogue that may take the place of an item.
 *
 * @param stock how many pieces there are, where the shop counts them
 */
public record Replacement(
        String productId,
        String variantId,
        Map<String, String> options,
        Money price,
        boolean available,
        Optional<Integer> stock) {

    boolean hasPieces(int pieces) {
        return available && stock.map(left -> left >= pieces).orElse(true);
    }

    /** The same product under the name it was bought by, with this variant's options and today's price. */
    OrderItem inPlaceOf(OrderItem before) {
        return new OrderItem(before.productId(), variantId, before.name(), options, price);
    }
}
