package io.attendant.conversations;

import io.attendant.identity.RowSecurity;
import io.attendant.identity.ShopperSession;
import io.attendant.identity.TrustLevel;
import io.attendant.identity.verification.Verifications;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.ProblemException;
import io.attendant.shared.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Opens conversations and says who may enter them. */
@ApplicationScoped
public class Conversations {
    @Inject
    Clock clock;

    @Inject
    RowSecurity rows;

    @Inject
    Verifications verifications;

    /** @param token given out once; only its hash is stored */
    public record Opened(UUID id, String token) {}

    /**
     * Entry to a conversation.
     *
     * @param session who is asking now; the level is that of this request, not of the conversation
     * @param boundTo whose conversation it is, once anybody has proved to be somebody in it
     */
    public record Access(UUID conversationId, ShopperSession session, Optional<String> boundTo) {
        public TrustLevel level() {
            return session.level();
        }
    }

    @Transactional
    public Opened open(Optional<String> customerId, Optional<String> locale) {
        String token = Secrets.token();
        Instant now = clock.instant();
        Conversation conversation = new Conversation();
        conversation.id = UUID.randomUUID();
        conversation.tokenHash = Secrets.hash(token);
        conversation.customerId = customerId.orElse(null);
        conversation.openedSignedIn = customerId.isPresent();
        conversation.locale = locale.orElse(null);
        conversation.createdAt = now;
        conversation.updatedAt = now;
        rows.conversation(conversation.id);
        conversation.persist();
        return new Opened(conversation.id, token);
    }

    /**
     * Lets the caller in by the conversation's token, or by the bearer of the shopper who opened it signed in. A guest's token
     * together with a bearer binds the conversation to that shopper, once.
     *
     * @param id as it came in the path
     * @throws ProblemException {@link ErrorCode#CONVERSATION_NOT_FOUND}, the same for an unknown id, a wrong token and
     *     somebody else's bearer
     */
    @Transactional
    public Access enter(String id, Optional<String> token, Optional<String> customerId) {
        UUID known = uuid(id).orElseThrow(Conversations::notFound);
        rows.conversation(known);
        Conversation conversation = Conversation.byId(known).orElseThrow(Conversations::notFound);
        boolean byToken = token.isPresent() && Secrets.matches(token.get(), conversation.tokenHash);
        boolean someoneElse = customerId.isPresent()
                && conversation.customerId != null
                && !conversation.customerId.equals(customerId.get());
        boolean byBearer = token.isEmpty() && conversation.openedSignedIn && customerId.isPresent();
        if (someoneElse || !(byToken || byBearer)) {
            throw notFound();
        }
        if (customerId.isPresent() && conversation.customerId == null) {
            // Fails if another shopper's request was faster.
            bind(conversation.id, customerId.get());
        }
        Optional<String> locale = Optional.ofNullable(conversation.locale);
        Optional<String> boundTo = customerId.or(() -> Optional.ofNullable(conversation.customerId));
        return new Access(
                conversation.id,
                customerId
                        .map(customer -> ShopperSession.customer(customer, locale))
                        .orElseGet(() -> verifications.session(conversation.id, boundTo, locale)),
                boundTo);
    }

    /**
     * Makes the conversation this shopper's, once. For whoever proved in it to be that shopper.
     *
     * @throws ProblemException {@link ErrorCode#CONVERSATION_NOT_FOUND} if it is somebody else's
     */
    @Transactional
    public void bind(UUID conversationId, String customerId) {
        rows.conversation(conversationId);
        int bound = Conversation.update(
                "customerId = ?1 where id = ?2 and (customerId is null or customerId = ?1)",
                customerId,
                conversationId);
        if (bound == 0) {
            throw notFound();
        }
    }

    /** The number of the newest event; whoever follows from here hears only what comes. */
    @Transactional
    public long lastEventId(UUID conversationId) {
        rows.conversation(conversationId);
        return Conversation.byId(conversationId).orElseThrow(Conversations::notFound).lastEventId;
    }

    /** The id that came in a path, if it is written as one. */
    public static Optional<UUID> uuid(String id) {
        try {
            UUID uuid = UUID.fromString(id);
            // Only the canonical writing: "1-1-1-1-1" parses too.
            return uuid.toString().equalsIgnoreCase(id) ? Optional.of(uuid) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ProblemException notFound() {
        return new ProblemException(ErrorCode.CONVERSATION_NOT_FOUND);
    }
}
