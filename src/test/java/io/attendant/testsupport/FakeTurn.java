package io.attendant.testsupport;

import io.attendant.conversations.ChatEvent;
import io.attendant.conversations.TurnScope;
import io.attendant.identity.ShopperSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

/** A turn that keeps its events, for calling tools without a model. */
public final class FakeTurn implements TurnScope {
    private final UUID conversationId = UUID.randomUUID();
    private final UUID turnId = UUID.randomUUID();
    private final ShopperSession session;
    private final List<ChatEvent> events = new ArrayList<>();
    private int calls;

    public FakeTurn(ShopperSession session) {
        this.session = session;
    }

    public static FakeTurn anonymous() {
        return new FakeTurn(ShopperSession.anonymous(Optional.of("en")));
    }

    public static FakeTurn inLanguage(String locale) {
        return new FakeTurn(ShopperSession.anonymous(Optional.of(locale)));
    }

    public static FakeTurn ofCustomer(String customerId) {
        return new FakeTurn(ShopperSession.customer(customerId, Optional.of("en")));
    }

    public static FakeTurn ofOrder(String orderId) {
        return new FakeTurn(ShopperSession.ofOrder(orderId, Optional.of("en")));
    }

    @Override
    public UUID conversationId() {
        return conversationId;
    }

    @Override
    public UUID turnId() {
        return turnId;
    }

    @Override
    public ShopperSession session() {
        return session;
    }

    @Override
    public void emit(ChatEvent event) {
        events.add(event);
    }

    @Override
    public List<ChatEvent.Card> cards() {
        return events(ChatEvent.Card.class);
    }

    @Override
    public String nextCallId() {
        return Integer.toString(++calls);
    }

    @Override
    public Object perform(String tool, Callable<Object> call) throws Exception {
        return call.call();
    }

    public <E extends ChatEvent> List<E> events(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
