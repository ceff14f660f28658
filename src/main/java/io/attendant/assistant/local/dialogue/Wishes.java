package io.attendant.assistant.local.dialogue;

import io.attendant.assistant.local.understanding.Intent;
import io.attendant.assistant.local.understanding.Slots;
import io.attendant.assistant.local.understanding.Slots.Reply;
import io.attendant.assistant.local.understanding.Understanding;
import io.attendant.shared.wording.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a message in the light of the conversation: what "yes", "the second one" or a bare number mean here. */
final class Wishes {
    private static final Set<Intent> ON_ORDERS = Set.of(Intent.track_order, Intent.order_details, Intent.track_refund);

    private static final Set<Intent> ON_A_PRODUCT =
            Set.of(Intent.product_details, Intent.product_price, Intent.product_stock);
    private static final Set<Intent> MAY_GIVE_AN_ADDRESS =
            Set.of(Intent.out_of_scope, Intent.edit_account, Intent.switch_account);
    /** A message with more words says itself what it is about. */
    private static final int WORDS_OF_A_FOLLOW_UP = 5;

    private static final int WORDS_OF_A_REPLY = 3;
    private static final int WORDS_OF_A_REFUSAL = 4;
    /** So sure that a short message asks something of an order or a product, it is no mere pointing. */
    private static final double CERTAIN = 0.7;

    private final Glossary glossary;
    private final ErrandTalk errands;

    Wishes(Glossary glossary, ErrandTalk errands) {
        this.glossary = glossary;
        this.errands = errands;
    }

    Wish read(State state, Understanding understanding, String text) {
        return errands.read(state, understanding, text).orElseGet(() -> ofItself(state, understanding, text));
    }

    /** Whether a message, so understood, goes on with what is being done. */
    boolean isInErrand(State state, Understanding understanding, String text) {
        return errands.read(state, understanding, text)
                .filter(wish -> !wish.misheard())
                .isPresent();
    }

    private Wish ofItself(State state, Understanding understanding, String text) {
        Slots slots = understanding.slots();
        Intent intent = meant(understanding);
        Wish plain = new Wish(intent, slots, text);
        Optional<Wish> address = address(plain, understanding.language());
        if (address.isPresent()) {
            return address.get();
        }
        Optional<Wish> followUp = followUp(state, plain, understanding);
        if (followUp.isPresent()) {
            return followUp.get();
        }
        if (intent != Intent.out_of_scope && !intent.isSmallTalk()) {
            return decided(state, plain);
        }
        return answer(state, plain)
                .or(() -> reference(state, plain))
                .or(() -> option(state, plain, understanding.language()))
                .or(() -> closing(plain))
                .orElse(plain);
    }

    /** "Ok, done" may sound like thanks; a reply is nothing else unless that is clear. */
    private static Intent meant(Understanding understanding) {
        boolean vague = understanding.intents().get(0).confidence() < CERTAIN;
        boolean reply = understanding.slots().reply().isPresent();
        return reply && vague && understanding.intent().isSmallTalk() ? Intent.out_of_scope : understanding.intent();
    }

    /** A whole address is told to be used. */
    private Optional<Wish> address(Wish wish, Language language) {
        boolean whole = MAY_GIVE_AN_ADDRESS.contains(wish.intent()) && errands.isWholeAddress(wish.text(), language);
        return whole ? Optional.of(wish.as(Intent.change_shipping_address)) : Optional.empty();
    }

    /** "Yes please" and "and the other one?" name nothing: they go on with what was asked or shown before. */
    private static Optional<Wish> followUp(State state, Wish wish, Understanding understanding) {
        int words = wish.text().strip().split("\\s+", -1).length;
        Slots slots = wish.slots();
        if (!slots.contentWords().isEmpty() || slots.orderId().isPresent()) {
            return Optional.empty();
        }
        boolean declines = slots.reply().filter(Reply.no::equals).isPresent();
        if (slots.reply().isPresent() && words <= (declines ? WORDS_OF_A_REFUSAL : WORDS_OF_A_REPLY)) {
            return answer(state, wish)
                    .or(() -> declines && !points(slots) ? Optional.of(wish.declining()) : Optional.empty());
        }
        boolean points = slots.ordinal().isPresent() || slots.other();
        boolean says = ON_ORDERS.contains(wish.intent()) || ON_A_PRODUCT.contains(wish.intent());
        boolean vague = !says || understanding.intents().get(0).confidence() < CERTAIN;
        return points && vague && words <= WORDS_OF_A_FOLLOW_UP
                ? answer(state, wish).or(() -> reference(state, wish))
                : Optional.empty();
    }

    /** A message that says what it wants may still leave out of what. */
    private static Wish decided(State state, Wish wish) {
        boolean unnamed = wish.slots().contentWords().isEmpty();
        boolean ofAnOrder = wish.intent() == Intent.product_details || wish.intent() == Intent.product_price;
        if (ofAnOrder && unnamed && state.focus().isOnOrders()) {
            return wish.as(Intent.order_details);
        }
        // The rules are asked for without a number; who gives one asks for the money of that order.
        if (wish.intent() == Intent.check_refund_policy
                && wish.slots().orderId().isPresent()) {
            return wish.as(Intent.track_refund);
        }
        boolean ofOneShown = wish.intent() == Intent.find_product
                && state.focus().isOnProducts()
                && wish.slots().ordinal().isPresent();
        if (ofOneShown) {
            return wish.as(wish.slots().inStockOnly() ? Intent.product_stock : Intent.product_details);
        }
        // Who gives a limit looks for something, also with "available", "price" or "buy" in the sentence.
        boolean searches = (ON_A_PRODUCT.contains(wish.intent()) || wish.intent() == Intent.place_order)
                && wish.slots().maxPrice().isPresent()
                && !points(wish.slots());
        return searches ? wish.as(Intent.find_product) : wish;
    }

    private static boolean points(Slots slots) {
        return slots.orderId().isPresent() || slots.ordinal().isPresent() || slots.last() || slots.other();
    }

    private static Optional<Wish> answer(State state, Wish wish) {
        if (state.question().isEmpty()) {
            return Optional.empty();
        }
        Slots slots = wish.slots();
        Optional<Reply> reply = slots.reply();
        // "ok, thanks" closes the subject; "yes, thanks" doesn't, nor "ok, done" after having signed in.
        boolean closes = wish.intent() == Intent.thanks && state.question().get() != Question.sign_in;
        boolean agrees = reply.filter(value -> value == Reply.yes || (value == Reply.fine && !closes))
                .isPresent();
        boolean declines = reply.filter(Reply.no::equals).isPresent();
        boolean points = points(slots);
        if (declines && !points) {
            return Optional.of(wish.declining());
        }
        return switch (state.question().get()) {
            case which_order ->
                points || slots.bareNumber().isPresent()
                        ? Optional.of(wish.as(onOrders(state)))
                        : agrees ? Optional.of(wish.as(Intent.order_details)) : Optional.empty();
            case which_product -> ofProducts(state, wish, points, agrees);
            case what_product ->
                slots.contentWords().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Wish(Intent.find_product, withLimit(slots, state), wish.text()));
            case list_orders -> agrees ? Optional.of(wish.as(Intent.list_orders)) : Optional.empty();
            case person -> agrees ? Optional.of(wish.as(Intent.contact_human_agent)) : Optional.empty();
            case sign_in -> agrees ? state.wish() : Optional.empty();
            case errand_offer,
                    errand_order,
                    errand_items,
                    errand_reason,
                    errand_variant,
                    errand_method,
                    errand_address,
                    errand_place,
                    errand_account,
                    errand_confirm -> Optional.empty();
        };
    }

    private static Optional<Wish> ofProducts(State state, Wish wish, boolean points, boolean agrees) {
        boolean named = ProductClerk.byName(
                        state.focus().products(), wish.slots().contentWords())
                .isPresent();
        return points || named || (agrees && wish.slots().contentWords().isEmpty())
                ? Optional.of(wish.as(Intent.product_details))
                : Optional.empty();
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
        if (slots.maxPrice().isPresent()) {
            return Optional.of(wish.as(Intent.find_product));
        }
        return switch (state.focus().subject()) {
            case orders -> points(slots) ? Optional.of(wish.as(onOrders(state))) : Optional.empty();
            case products -> ofProducts(state, wish, points(slots), false);
            case none -> Optional.empty();
        };
    }

    /** "And in green?" asks for another version of the product. */
    private Optional<Wish> option(State state, Wish wish, Language language) {
        List<String> words = new ArrayList<>(wish.slots().contentWords());
        words.addAll(glossary.translate(language, words));
        boolean isShort = wish.text().strip().split("\\s+", -1).length <= WORDS_OF_A_FOLLOW_UP;
        boolean isOption = state.focus().isOnProducts()
                && state.focus()
                        .product()
                        .filter(product -> ProductReport.hasOption(product, words))
                        .isPresent();
        return isShort && isOption
                ? Optional.of(new Wish(Intent.product_stock, wish.slots().referringBack(), wish.text()))
                : Optional.empty();
    }

    /** What the shopper wanted to know of an order before; where it is, if that is the first question. */
    private static Intent onOrders(State state) {
        return state.wish().map(Wish::intent).filter(ON_ORDERS::contains).orElse(Intent.track_order);
    }

    private static Optional<Wish> closing(Wish wish) {
        boolean only = wish.slots().reply().isPresent()
                && wish.slots().contentWords().isEmpty()
                && !wish.intent().isSmallTalk();
        return only ? Optional.of(wish.declining()) : Optional.empty();
    }
}
