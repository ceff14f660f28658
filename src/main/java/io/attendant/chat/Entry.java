package io.attendant.chat;

import io.attendant.conversations.Conversations;
import io.attendant.identity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/** Lets this request into a conversation, by its token header and its bearer. */
@RequestScoped
public class Entry {
    static final String TOKEN_HEADER = "X-Conversation-Token";

    @Inject
    Conversations conversations;

    @Inject
    CurrentCaller caller;

    @Inject
    HttpHeaders headers;

    Conversations.Access to(String conversationId) {
        return conversations.enter(conversationId, token(), caller.customerId());
    }

    Conversations.Access toNew(Conversations.Opened opened) {
        return conversations.enter(opened.id().toString(), Optional.of(opened.token()), caller.customerId());
    }

    Conversations.Opened open(Optional<String> locale) {
        return conversations.open(caller.customerId(), locale);
    }

    Optional<String> token() {
        return Optional.ofNullable(headers.getHeaderString(TOKEN_HEADER)).filter(token -> !token.isBlank());
    }
}
