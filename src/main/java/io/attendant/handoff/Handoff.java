package io.attendant.handoff;

import io.attendant.conversations.ChatEvent;
import io.attendant.conversations.EventLog;
import io.attendant.identity.RowSecurity;
import io.attendant.shared.Redaction;
import io.attendant.shared.StorableText;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Brings a conversation before a person. Needs no model. */
@RegisterForReflection
@ApplicationScoped
public class Handoff {
    private static final int MAX_TEXT = 2_000;

    @Inject
    EntityManager db;

    @Inject
    EventLog events;

    @Inject
    Clock clock;

    @Inject
    RowSecurity rows;

    /** @param position the place in the queue, from 1; empty when a person has it already */
    public record Placed(UUID ticketId, String state, Optional<Integer> position) {}

    /**
     * Puts the conversation into the queue; one that is there already keeps its place. Asked for twice at once there is still
     * one ticket.
     *
     * @param reason why, in a word or a sentence; redacted, cut and mended like the summary, since no words may stand in the way
     * @param summary what the person should know first
     */
    @Transactional
    public Placed place(UUID conversationId, String reason, String summary) {
        rows.conversation(conversationId);
        UUID id = UUID.randomUUID();
        int created = db.createNativeQuery("""
                        INSERT INTO tickets (id, conversation_id, state, reason, summary, created_at)
                        VALUES (:id, :conversation, 'open', :reason, :summary, :now)
                        ON CONFLICT (conversation_id) WHERE state IN ('open', 'claimed') DO NOTHING""")
                .setParameter("id", id)
                .setParameter("conversation", conversationId)
                .setParameter("reason", kept(reason))
                .setParameter("summary", kept(summary))
                .setParameter("now", clock.instant())
                .executeUpdate();
        Ticket ticket = Ticket.active(conversationId).orElseThrow();
        Placed placed = placed(ticket);
        if (created == 1) {
            events.append(
                    conversationId,
                    new ChatEvent.TicketUpdated(
                            ticket.id, placed.state(), placed.position().orElse(null)));
        }
        return placed;
    }

    /** Whether a person has the conversation, or will. */
    @Transactional
    public boolean isPlaced(UUID conversationId) {
        rows.conversation(conversationId);
        return Ticket.active(conversationId).isPresent();
    }

    /** Before it is cut: a part of a card's number would no longer be known as one. */
    private static String kept(String text) {
        return StorableText.of(Redaction.of(StorableText.of(text)), MAX_TEXT);
    }

    /** The conversation's newest ticket, whatever became of it. */
    @Transactional
    public Optional<Placed> latest(UUID conversationId) {
        rows.conversation(conversationId);
        return Ticket.latest(conversationId).map(this::placed);
    }

    private Placed placed(Ticket ticket) {
        // The queue is made of everybody's tickets; the shopper learns a number of it.
        return new Placed(ticket.id, ticket.state.name(), rows.asStaff(ticket::position));
    }
}
