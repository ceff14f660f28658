package io.attendant.assistant.local.dialogue;

import io.attendant.assistant.local.understanding.Intent;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the assistant can have done for a shopper, once the shopper confirms it. */
enum Action {
    cancel(Set.of("pending"), Tools.CANCEL_ORDER),
    change_address(Set.of("pending"), Tools.CHANGE_ADDRESS),
    change_payment(Set.of("pending"), Tools.CHANGE_PAYMENT),
    /** Other versions of items: before delivery a change of the order, after it an exchange. */
    swap(Set.of("pending", "delivered"), Tools.CHANGE_ITEMS, Tools.EXCHANGE_ITEMS),
    give_back(Set.of("delivered"), Tools.RETURN_ITEMS),
    update_profile(Set.of(), Tools.UPDATE_ADDRESS);

    private final Set<String> statuses;
    private final List<String> tools;

    Action(Set<String> statuses, String... tools) {
        this.statuses = statuses;
        this.tools = List.of(tools);
    }

    /** The action that an intent asks for. */
    static Optional<Action> of(Intent intent) {
        return switch (intent) {
            case cancel_order -> Optional.of(cancel);
            case change_order, exchange_items -> Optional.of(swap);
            case change_shipping_address -> Optional.of(change_address);
            case set_up_shipping_address -> Optional.of(update_profile);
            case change_payment -> Optional.of(change_payment);
            case return_items, get_refund -> Optional.of(give_back);
            default -> Optional.empty();
        };
    }

    /** Whether there is a tool for it among those that may be called. */
    boolean isOffered(Task task) {
        return tools.stream().anyMatch(task::offers);
    }

    /** The tool that does it for an order of this status; a name that is not offered if there is none. */
    String tool(String status) {
        return this == swap && status.equals("delivered") ? Tools.EXCHANGE_ITEMS : tools.get(0);
    }

    /** Whether it can be done for an order of this status. */
    boolean fits(Task task, String status) {
        return statuses.contains(status) && task.offers(tool(status));
    }

    Set<String> statuses() {
        return statuses;
    }

    /** What there is to choose, the order aside. */
    Question mainChoice() {
        return switch (this) {
            case swap, give_back -> Question.errand_items;
            case change_payment -> Question.errand_method;
            case cancel, change_address, update_profile -> Question.errand_order;
        };
    }
}
