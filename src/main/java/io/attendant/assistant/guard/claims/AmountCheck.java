package io.attendant.assistant.guard.claims;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Checks amounts of money, and that they belong to what they are said of. */
final class AmountCheck {
    private AmountCheck() {}

    static List<Claim> check(Sentence sentence, Evidence evidence) {
        List<Claim> claims = new ArrayList<>();
        List<Binding.Value> bound = new ArrayList<>();
        for (Mention mention : sentence.mentions()) {
            if (mention instanceof Mention.Amount amount && !isFree(amount, sentence, evidence)) {
                if (!isKnown(amount, evidence)
                        || isNoRefund(amount, sentence, evidence)
                        || isNoBalance(amount, sentence, evidence)
                        || isNoDifference(amount, sentence, evidence)) {
                    claims.add(sentence.claim(Claim.Kind.AMOUNT, amount.start(), amount.end()));
                } else if (!isOfNoProduct(amount, sentence, evidence)) {
                    bound.add(new Binding.Value(
                            amount.start(),
                            amount.end(),
                            facts -> Vouching.amount(amount, facts.amounts, evidence.currency)));
                }
            }
        }
        List<Names.Anchor> anchors = FigureCheck.anchors(sentence, facts -> !facts.amounts.isEmpty());
        if (!anchors.isEmpty()) {
            List<Binding.Value> wrong = Binding.unvouched(bound, anchors);
            wrong.stream()
                    .filter(value -> !isOfTheUnnamed(value, sentence, anchors, bound.size() - wrong.size()))
                    .forEach(value -> claims.add(sentence.claim(Claim.Kind.PRICE, value.start(), value.end())));
        }
        return claims;
    }

    /** Whether it belongs to something in another clause than what is named, in words that no name has. */
    private static boolean isOfTheUnnamed(
            Binding.Value value, Sentence sentence, List<Names.Anchor> anchors, int vouched) {
        Clause clause = sentence.clause(value.start());
        return vouched >= anchors.size() && anchors.stream().noneMatch(anchor -> clause.holds(anchor.start()));
    }

    /** Whether it may be said of anything. */
    private static boolean isFree(Mention.Amount amount, Sentence sentence, Evidence evidence) {
        return Vouching.amount(amount, evidence.common.amounts, evidence.currency)
                || isNumber(amount, evidence.common.calculated, evidence)
                || (FigureCheck.isDenied(sentence, amount.values(), evidence.said.amounts.keySet())
                        && !Vouching.amount(amount, evidence.all.amounts, evidence.currency));
    }

    private static boolean isKnown(Mention.Amount amount, Evidence evidence) {
        return Vouching.amount(amount, evidence.all.amounts, evidence.currency)
                || isNumber(amount, evidence.common.operands, evidence);
    }

    /** Calculations know no currency: it is the shop's. */
    private static boolean isNumber(Mention.Amount amount, Set<BigDecimal> numbers, Evidence evidence) {
        return amount.values().stream().anyMatch(numbers::contains)
                && (amount.currency().isEmpty() || amount.currency().contains(evidence.currency));
    }

    /** Whether it is said to come back, and what came or will come back is another amount. */
    private static boolean isNoRefund(Mention.Amount amount, Sentence sentence, Evidence evidence) {
        boolean proposed = evidence.cards.contains("returnItems") || evidence.cards.contains("cancelOrder");
        Clause clause = sentence.clause(amount.start());
        // "The whole sum, 18.00": an amount between commas says nothing by itself.
        String text = Statement.stems(clause.text(), sentence.words()).isEmpty() ? sentence.folded() : clause.text();
        return (proposed
                        || !evidence.records.refunds.isEmpty()
                        || (clause.asserts() && !evidence.records.totals.isEmpty()))
                && (sentence.words().has("status.REFUNDED", text)
                        || (proposed && sentence.words().has("money.back", text)))
                && !(sentence.words().has("role.PAID", text)
                        && Vouching.amount(amount, evidence.records.totals, evidence.currency))
                && !Vouching.amount(amount, evidence.card.amounts, evidence.currency)
                && !Vouching.amount(amount, evidence.loose.amounts, evidence.currency)
                && !isBesideRefund(sentence, clause, evidence)
                && amount.values().stream().noneMatch(evidence.records.refunds::contains);
    }

    /** "Of the 205.40 for order 5 you got 23.40 back": the other amount is what came back. */
    private static boolean isBesideRefund(Sentence sentence, Clause clause, Evidence evidence) {
        return sentence.mentions().stream()
                .filter(mention -> clause.holds(mention.start()))
                .filter(Mention.Amount.class::isInstance)
                .flatMap(mention -> ((Mention.Amount) mention).values().stream())
                .anyMatch(evidence.records.refunds::contains);
    }

    /** Whether a swap is said to cost or bring back so much, and its proposal tells another amount. */
    private static boolean isNoDifference(Mention.Amount amount, Sentence sentence, Evidence evidence) {
        Clause clause = sentence.clause(amount.start());
        Words words = sentence.words();
        boolean swap = evidence.cards.contains("changeItems") || evidence.cards.contains("exchangeItems");
        boolean told = !evidence.toPay.isEmpty() || !evidence.toReturn.isEmpty();
        boolean back = words.has("money.back", clause.text());
        boolean paid = words.has("difference", clause.text()) && words.has("role.PAID", clause.text());
        Set<BigDecimal> right = back ? evidence.toReturn : evidence.toPay;
        return swap
                && told
                && (back || paid)
                && amount.values().stream().noneMatch(right::contains)
                && amount.values().stream().noneMatch(evidence.records.refunds::contains);
    }

    /** Whether it is said to be left on a gift card, and no gift card has it. */
    private static boolean isNoBalance(Mention.Amount amount, Sentence sentence, Evidence evidence) {
        Clause clause = sentence.clause(amount.start());
        return !evidence.loose.balances.isEmpty()
                && clause.asserts()
                && sentence.words().has("unit.giftcard", clause.text())
                && sentence.words().has("balance", clause.text())
                && !sentence.words().has("role.PAID", clause.text())
                && amount.values().stream().noneMatch(evidence.loose.balances::contains);
    }

    /** Whether it may stand beside a product without being its price: what an order came to, a balance, a refund. */
    private static boolean isOfNoProduct(Mention.Amount amount, Sentence sentence, Evidence evidence) {
        Words words = sentence.words();
        boolean whole = words.has("role.TOTAL", sentence.folded())
                && sentence.anchors().stream().noneMatch(anchor -> anchor.type() == Thing.Type.ORDER);
        boolean moved = words.has("role.REFUND", sentence.folded())
                || words.has("money.back", sentence.folded())
                || words.has("role.PAID", sentence.folded());
        List<Names.Anchor> orders = sentence.anchors().stream()
                .filter(anchor -> anchor.type() == Thing.Type.ORDER)
                .toList();
        // "Order 5 with the desk and the lamp came to 900": the only order named is what came to it.
        boolean ofOrder = orders.size() == 1
                && orders.getFirst().things().stream()
                        .anyMatch(order -> Vouching.amount(amount, order.facts().totals, evidence.currency));
        boolean paid =
                words.has("role.PAID", sentence.folded()) && sentence.anchors().size() != 1;
        return ofOrder
                || (paid && Vouching.amount(amount, evidence.all.totals, evidence.currency))
                || (whole && Vouching.amount(amount, evidence.all.totals, evidence.currency))
                || ((moved || words.has("difference", sentence.folded()))
                        && Vouching.amount(amount, evidence.card.amounts, evidence.currency))
                || Vouching.amount(amount, evidence.loose.amounts, evidence.currency)
                || (moved && amount.values().stream().anyMatch(evidence.records.refunds::contains));
    }
}
