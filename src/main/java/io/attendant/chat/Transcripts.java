package io.attendant.chat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.actions.Proposals;
import io.attendant.conversations.Author;
import io.attendant.conversations.ChatEvent;
import io.attendant.conversations.Conversation;
import io.attendant.conversations.Conversations;
import io.attendant.conversations.Feedback;
import io.attendant.conversations.LoggedEvent;
import io.attendant.conversations.Message;
import io.attendant.conversations.Resolution;
import io.attendant.conversations.Turn;
import io.attendant.handoff.Handoff;
import io.attendant.handoff.Ticket;
import io.attendant.identity.RowSecurity;
import io.attendant.identity.TrustLevel;
import io.attendant.identity.verification.Verifications;
import io.attendant.shared.Json;
import io.attendant.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Conversations as they read afterwards, with all that was shown in them. */
@ApplicationScoped
public class Transcripts {
    private static final int TITLE_LENGTH = 80;
    /** What stays on the page after the turn; deltas are in the message's text. */
    private static final Set<String> LASTING = Set.of(
            "tool.finished",
            "card",
            "citation",
            "choices",
            "action.proposed",
            "action.executed",
            "action.declined",
            "action.failed",
            "verification.required",
            "handoff.created");

    private static final String DELTA = "text.delta";
    private static final String FAILED = "turn.failed";

    @Inject
    Greetings greetings;

    @Inject
    Handoff handoff;

    @Inject
    Proposals proposals;

    @Inject
    Verifications verifications;

    @Inject
    RowSecurity rows;

    @Schema(
            name = "ConversationSummary",
            requiredProperties = {"id", "createdAt", "updatedAt", "state"})
    public record ConversationSummary(
            UUID id, String title, Instant createdAt, Instant updatedAt, ConversationState state) {}

    /** Where a conversation stands, for a list; a person who has it comes first. */
    public enum ConversationState {
        open,
        waiting_for_person,
        with_person,
        solved
    }

    /** What the shopper thinks of it. */
    @Schema(
            name = "FeedbackGiven",
            requiredProperties = {"rating"})
    public record FeedbackView(Feedback.Rating rating, String comment) {
        static FeedbackView of(Feedback feedback) {
            return new FeedbackView(feedback.rating, feedback.comment);
        }
    }

    /** @param at when the shopper said so; what was asked since may be another matter */
    @Schema(
            name = "ResolutionGiven",
            requiredProperties = {"resolved", "at"})
    public record ResolutionView(boolean resolved, Instant at) {
        static ResolutionView of(Resolution resolution) {
            return new ResolutionView(resolution.resolved, resolution.at);
        }
    }

    /**
     * @param events what was shown with the message, in order
     * @param failure why the turn has no whole answer; the text is then what was said of it
     */
    @Schema(
            name = "Message",
            requiredProperties = {"messageId", "from", "text", "at", "events"})
    public record MessageView(
            UUID messageId,
            UUID turnId,
            Author from,
            String text,
            Instant at,
            Boolean degraded,
            ChatEvent.TurnFailed failure,
            FeedbackView feedback,
            List<EventStreams.EventView> events) {}

    /** A turn that is being answered now; send its message again to join it. */
    @Schema(
            name = "ActiveTurn",
            requiredProperties = {"turnId", "text"})
    public record ActiveTurn(UUID turnId, String clientMessageId, String text) {}

    @Schema(
            name = "TicketState",
            requiredProperties = {"ticketId", "state"})
    public record TicketView(UUID ticketId, String state, Integer position) {}

    /**
     * @param pendingAction the proposal that waits for a decision
     * @param actions what became of every proposal in the conversation
     * @param verification the check that waits for its code
     * @param verifiedUntil when a level that comes from a code ends
     * @param feedback on the conversation as a whole
     * @param resolution the shopper's last word on whether it is solved
     * @param lastEventId the newest event in this transcript; follow the conversation from there
     */
    @Schema(
            name = "Conversation",
            requiredProperties = {
                "id",
                "level",
                "createdAt",
                "greeting",
                "suggestions",
                "messages",
                "actions",
                "lastEventId"
            })
    public record Transcript(
            UUID id,
            TrustLevel level,
            String locale,
            Instant createdAt,
            String greeting,
            List<ChatEvent.Choice> suggestions,
            List<MessageView> messages,
            ActiveTurn activeTurn,
            ChatEvent.ActionProposed pendingAction,
            List<Proposals.State> actions,
            Verifications.OpenCheck verification,
            Instant verifiedUntil,
            TicketView ticket,
            FeedbackView feedback,
            ResolutionView resolution,
            long lastEventId) {}

    @Transactional
    public Page<ConversationSummary> ofCustomer(String customerId, int page) {
        rows.customer(customerId);
        List<Conversation> conversations = Conversation.ofCustomer(customerId, Page.offset(page), Page.SIZE);
        List<UUID> ids = conversations.stream().map(found -> found.id).toList();
        Map<UUID, ConversationState> states = states(ids);
        Map<UUID, String> titles = Message.openings(ids).stream()
                .collect(Collectors.toMap(message -> message.conversationId, message -> title(message.text)));
        return new Page<>(
                conversations.stream()
                        .map(found -> new ConversationSummary(
                                found.id,
                                titles.get(found.id),
                                found.createdAt,
                                found.updatedAt,
                                states.getOrDefault(found.id, ConversationState.open)))
                        .toList(),
                Math.max(page, 1),
                Conversation.countOfCustomer(customerId));
    }

    private static Map<UUID, ConversationState> states(List<UUID> ids) {
        Map<UUID, ConversationState> states = new HashMap<>();
        if (!ids.isEmpty()) {
            Resolution.solvedAmong(ids).forEach(id -> states.put(id, ConversationState.solved));
            Ticket.activeAmong(ids)
                    .forEach(ticket -> states.put(
                            ticket.conversationId,
                            ticket.state == Ticket.State.claimed
                                    ? ConversationState.with_person
                                    : ConversationState.waiting_for_person));
        }
        return states;
    }

    private static String title(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        return line.length() <= TITLE_LENGTH
                ? line
                : line.substring(0, TITLE_LENGTH - 1).stripTrailing() + "…";
    }

    @Transactional
    public Transcript of(Conversations.Access access) {
        rows.conversation(access.conversationId());
        // First the number, then the rest: what happens in between is then both in the transcript and followed again.
        Conversation conversation = Conversation.byId(access.conversationId()).orElseThrow();
        Optional<String> locale = Optional.ofNullable(conversation.locale);
        Greetings.Greeting greeting = greetings.in(locale);
        Map<UUID, Turn> turns =
                Turn.inView(conversation.id).stream().collect(Collectors.toMap(turn -> turn.id, Function.identity()));
        List<Message> messages = Message.inView(conversation.id);
        List<Feedback> feedback = Feedback.ofConversation(conversation.id);
        return new Transcript(
                conversation.id,
                access.level(),
                conversation.locale,
                conversation.createdAt,
                greeting.greeting(),
                greeting.suggestions(),
                views(messages, turns, feedback),
                active(messages, turns),
                proposals.open(conversation.id).orElse(null),
                proposals.states(conversation.id),
                verifications.openCheck(conversation.id).orElse(null),
                access.session().verifiedUntil().orElse(null),
                handoff.latest(conversation.id)
                        .map(ticket -> new TicketView(
                                ticket.ticketId(),
                                ticket.state(),
                                ticket.position().orElse(null)))
                        .orElse(null),
                feedback.stream()
                        .filter(given -> given.messageId == null)
                        .findFirst()
                        .map(FeedbackView::of)
                        .orElse(null),
                Resolution.latest(conversation.id).map(ResolutionView::of).orElse(null),
                conversation.lastEventId);
    }

    private static List<MessageView> views(List<Message> messages, Map<UUID, Turn> turns, List<Feedback> feedback) {
        Map<UUID, FeedbackView> given = feedback.stream()
                .filter(found -> found.messageId != null)
                .collect(Collectors.toMap(found -> found.messageId, FeedbackView::of));
        Map<UUID, List<LoggedEvent>> events = byTurn(turns.keySet(), LASTING);
        Map<UUID, List<LoggedEvent>> said = byTurn(
                turns.values().stream()
                        .filter(turn -> turn.status == Turn.Status.failed)
                        .map(turn -> turn.id)
                        .toList(),
                Set.of(DELTA, FAILED));
        List<MessageView> views = new ArrayList<>();
        for (Message message : messages) {
            Turn turn = message.turnId == null ? null : turns.get(message.turnId);
            boolean answer = message.author == Author.assistant;
            views.add(new MessageView(
                    message.id,
                    message.turnId,
                    message.author,
                    message.text,
                    message.at,
                    (answer && turn != null && turn.degraded) ? true : null,
                    null,
                    given.get(message.id),
                    answer ? shown(events.get(message.turnId)) : List.of()));
            if (turn != null && turn.status == Turn.Status.failed && message.author == Author.shopper) {
                views.add(unfinished(turn, said.getOrDefault(turn.id, List.of()), shown(events.get(turn.id))));
            }
        }
        return views;
    }

    private static Map<UUID, List<LoggedEvent>> byTurn(Collection<UUID> turnIds, Set<String> types) {
        return turnIds.isEmpty()
                ? Map.of()
                : LoggedEvent.ofTurns(turnIds, types).stream().collect(Collectors.groupingBy(event -> event.turnId));
    }

    private static MessageView unfinished(Turn turn, List<LoggedEvent> said, List<EventStreams.EventView> shown) {
        String text = said.stream()
                .filter(event -> event.type.equals(DELTA))
                .map(event -> Json.<JsonNode>read(event.data, JsonNode.class)
                        .path("text")
                        .asText())
                .collect(Collectors.joining());
        ChatEvent.TurnFailed failure = said.stream()
                .filter(event -> event.type.equals(FAILED))
                .reduce((first, last) -> last)
                .map(event -> Json.<ChatEvent.TurnFailed>read(event.data, ChatEvent.TurnFailed.class))
                .orElse(null);
        return new MessageView(turn.id, turn.id, Author.assistant, text, turn.finishedAt, null, failure, null, shown);
    }

    private static List<EventStreams.EventView> shown(List<LoggedEvent> events) {
        return events == null
                ? List.of()
                : events.stream().map(EventStreams.EventView::of).toList();
    }

    private static ActiveTurn active(List<Message> messages, Map<UUID, Turn> turns) {
        return messages.stream()
                .filter(message -> message.author == Author.shopper && turns.containsKey(message.turnId))
                .filter(message -> turns.get(message.turnId).status == Turn.Status.running)
                .map(message -> new ActiveTurn(message.turnId, turns.get(message.turnId).clientMessageId, message.text))
                .findFirst()
                .orElse(null);
    }
}
