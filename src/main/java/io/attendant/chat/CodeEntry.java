package io.attendant.chat;

import io.attendant.conversations.Conversations;
import io.attendant.identity.verification.Verifications;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Tries a code for a conversation; the right one makes the conversation that customer's. */
@ApplicationScoped
public class CodeEntry {
    @Inject
    Verifications verifications;

    @Inject
    Conversations conversations;

    @Transactional
    Verifications.CodeResult enter(Conversations.Access access, String code) {
        Verifications.CodeResult result = verifications.tryCode(access.conversationId(), code);
        if (result instanceof Verifications.CodeResult.Right right) {
            conversations.bind(access.conversationId(), right.customerId());
        }
        return result;
    }
}
