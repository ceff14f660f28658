package io.attendant.assistant.local.dialogue;

import io.attendant.assistant.local.understanding.Intent;
import io.attendant.assistant.local.understanding.Slots;
import io.attendant.assistant.local.understanding.Slots.Reply;
import io.attendant.assistant.local.understanding.Understanding;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** Reads a message in the light of the conversation: what "yes", "the second one" or a bare number mean here. */
final class Wishes {
    private static final Set<Intent> ON_ORDERS = Set.of(Intent.track_order, Intent.order_details, Intent.track_refund);

    private Wishes() {}

    static Wish read(State state, Understanding understanding, String text) {
        Slots slots = understanding.slots();
        Intent intent = understanding.intent();
        Wish plain = new Wish(intent, slots, text);
        if (intent != Intent.out_of_scope && !intent.isSmallTalk()) {
            return decided(state, plain);
        }
        return answer(state, plain)
                .or(() -> reference(state, plain))
                .or(() -> closing(plain))
                .orElse(plain);
    }

    /** A message that says what it wants may still leave out of what. */
    private static Wish decided(State state, Wish wish) {
        boolean unnamed = wish.slots().contentWords().isEmpty();
        boolean onProduct = wish.intent() == Intent.product_details || wish.intent() == Intent.product_price;
        if (onProduct && unnamed && state.subject() == State.Subject.orders) {
            return wish.as(Intent.order_details);
        }
        return wish;
    }

    private static Optional<Wish> answer(State state, Wish wish) {
        if (state.question().isEmpty()) {
            return Optional.empty();
        }
        Slots slots = wish.slots();
        Optional<Reply> reply = slots.reply();
        // "ok, thanks" closes the subject; "yes, thanks" doesn't.
        boolean agrees = reply.filter(
                        value -> value == Reply.yes || (value == Reply.fine && wish.intent() != Intent.thanks))
                .isPresent();
        boolean declines = reply.filter(Reply.no::equals).isPresent();
        boolean points = slots.orderId().isPresent() || slots.ordinal().isPresent() || slots.last() || slots.other();
        if (declines && !points) {
            return Optional.of(new Wish(wish.intent(), slots, wish.text(), true));
        }
        return switch (state.question().get()) {
            case which_order ->
                points || slots.bareNumber().isPresent() ? Optional.of(wish.as(onOrders(state))) : Optional.empty();
            case which_product ->
                points || !slots.contentWords().isEmpty()
                        ? Optional.of(wish.as(
                                ProductClerk.byName(state.products(), slots.contentWords())
                                                        .isPresent()
                                                || points
                                        ? Intent.product_details
                                        : Intent.out_of_scope))
                        : agrees ? Optional.of(wish.as(Intent.product_details)) : Optional.empty();
            case what_product ->
                slots.contentWords().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Wish(Intent.find_product, withLimit(slots, state), wish.text()));
            case list_orders -> agrees ? Optional.of(wish.as(Intent.list_orders)) : Optional.empty();
            case person -> agrees ? Optional.of(wish.as(Intent.contact_human_agent)) : Optional.empty();
            case sign_in -> agrees ? state.wish() : Optional.empty();
        };
    }

    private static Slots withLimit(Slots slots, State state) {
        Optional<BigDecimal> limit = slots.maxPrice()
                .or(() -> state.wish().flatMap(before -> before.slots().maxPrice()));
        boolean inStockOnly = slots.inStockOnly()
                || state.wish().map(before -> before.slots().inStockOnly()).orElse(false);
        return slots.limited(limit, inStockOnly);
    }

    /** "#W1234567", "the second one", "and the other one?", the name of something that was shown. */
    private static Optional<Wish> reference(State state, Wish wish) {
        Slots slots = wish.slots();
        if (slots.orderId().isPresent() || slots.bareNumber().isPresent()) {
            return Optional.of(wish.as(onOrders(state)));
        }
        boolean points = slots.ordinal().isPresent() || slots.last() || slots.other();
        if (points && state.subject() == State.Subject.orders) {
            return Optional.of(wish.as(onOrders(state)));
        }
        if (state.subject() == State.Subject.products) {
            boolean narrows = slots.contentWords().isEmpty() && slots.maxPrice().isPresent();
            if (narrows) {
                return Optional.of(wish.as(Intent.find_product));
            }
            boolean named =
                    ProductClerk.byName(state.products(), slots.contentWords()).isPresent();
            return points || named ? Optional.of(wish.as(Intent.product_details)) : Optional.empty();
        }
        return Optional.empty();
    }

    /** What the shopper wanted to know of an order before; where it is, if that is the first question. */
    private static Intent onOrders(State state) {
        return state.wish().map(Wish::intent).filter(ON_ORDERS::contains).orElse(Intent.track_order);
    }

    private static Optional<Wish> closing(Wish wish) {
        boolean only = wish.slots().reply().isPresent()
                && wish.slots().contentWords().isEmpty()
                && !wish.intent().isSmallTalk();
        return only ? Optional.of(new Wish(wish.intent(), wish.slots(), wish.text(), true)) : Optional.empty();
    }
}
