package io.attendant.orders;

import io.attendant.customers.Address;
import io.attendant.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Questions to the policy from a small world, so that its rules meet often; the same ones for the same seed. */
final class RandomQuestions {
    private static final List<String> METHODS = List.of("card_a", "card_b", "paypal_c", "gift_d", "gift_e");
    private static final List<String> REASONS = List.of("NO_LONGER_NEEDED", "ORDERED_BY_MISTAKE", "BORED");
    private static final List<String> COUNTRIES = List.of("USA", "Canada", "Germany", "");
    private static final int PRODUCTS = 3;
    private static final int VARIANTS = 3;

    private final Random random;

    RandomQuestions(Random random) {
        this.random = random;
    }

    PolicyQuestion next(String kind) {
        PolicyQuestion question = new PolicyQuestion(kind);
        if (oneIn(8)) {
            question.status = any(List.of(OrderStatus.values()));
        }
        question.modified = oneIn(10);
        question.reason = any(REASONS);
        question.address = new Address(
                "1 Elm Street", "", any(List.of("Lyon", "", " ")), any(List.of("MA", "")), "69001", any(COUNTRIES));
        question.items = new ArrayList<>();
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            int product = random.nextInt(PRODUCTS);
            question.items.add(PolicyQuestion.item("P" + product, variant(product), amount(5_000)));
        }
        question.methods = new ArrayList<>();
        METHODS.stream()
                .filter(method -> !oneIn(6))
                .forEach(method -> question.methods.add(
                        method.startsWith("card")
                                ? PolicyQuestion.card(method)
                                : method.startsWith("paypal")
                                        ? PolicyQuestion.paypal(method)
                                        : PolicyQuestion.gift(method, amount(20_000))));
        question.payments = payments(question.order().total());
        question.catalogue.clear();
        for (int product = 0; product < PRODUCTS; product++) {
            for (int i = 0; i < VARIANTS; i++) {
                if (!oneIn(12)) {
                    question.sells(
                            "P" + product,
                            "V" + product + i,
                            amount(5_000),
                            !oneIn(10),
                            oneIn(2) ? Optional.empty() : Optional.of(random.nextInt(4)));
                }
            }
        }
        question.method = oneIn(15) ? "nobody's" : any(METHODS);
        ask(question);
        return question;
    }

    /** Mostly items that are in the order and variants of the same product. */
    private void ask(PolicyQuestion question) {
        question.itemIds.clear();
        question.newItemIds.clear();
        List<OrderItem> left = new ArrayList<>(question.items);
        for (int i = oneIn(10) ? 0 : random.nextInt(1, 4); i > 0 && !left.isEmpty(); i--) {
            OrderItem item = left.get(random.nextInt(left.size()));
            if (!oneIn(20)) {
                left.remove(item);
            }
            int product = Integer.parseInt(item.productId().substring(1));
            question.itemIds.add(item.variantId());
            if (!oneIn(20)) {
                question.newItemIds.add(variant(oneIn(20) ? random.nextInt(PRODUCTS) : product));
            }
        }
    }

    /** Paid once, or in parts and partly back; no method ever gets back more than it paid. */
    private List<Payment> payments(Money total) {
        List<Payment> rows = new ArrayList<>();
        if (!oneIn(3)) {
            rows.add(new Payment(Payment.Type.payment, total, any(METHODS)));
            return rows;
        }
        Map<String, BigDecimal> outstanding = new LinkedHashMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            String method = any(METHODS);
            BigDecimal paid = outstanding.getOrDefault(method, BigDecimal.ZERO);
            if (paid.signum() > 0 && oneIn(2)) {
                BigDecimal back = oneIn(2)
                        ? paid
                        : BigDecimal.valueOf(
                                random.nextLong(paid.unscaledValue().longValue()), 2);
                rows.add(new Payment(Payment.Type.refund, new Money(back), method));
                outstanding.put(method, paid.subtract(back));
            } else {
                Money amount = Money.of(amount(5_000));
                rows.add(new Payment(Payment.Type.payment, amount, method));
                outstanding.put(method, paid.add(amount.amount()));
            }
        }
        return rows;
    }

    private String variant(int product) {
        return "V" + product + random.nextInt(VARIANTS);
    }

    private String amount(int cents) {
        return BigDecimal.valueOf(random.nextInt(1, cents), 2).toPlainString();
    }

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
