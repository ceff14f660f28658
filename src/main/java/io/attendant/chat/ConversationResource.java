package io.attendant.chat;

import io.attendant.conversations.ChatEvent;
import io.attendant.conversations.Conversations;
import io.attendant.handoff.Handoff;
import io.attendant.identity.CurrentCaller;
import io.attendant.identity.TrustLevel;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.Page;
import io.attendant.shared.ProblemException;
import io.attendant.shared.ShopConfig;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Conversations: opening and reading them, saying something, hearing what happens, and asking for a person. */
@Path("/api/conversations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@RunOnVirtualThread
@Tag(name = "conversations")
public class ConversationResource {
    private static final String LAST_EVENT_ID = "Last-Event-ID";

    @Inject
    Entry entry;

    @Inject
    CurrentCaller caller;

    @Inject
    Transcripts transcripts;

    @Inject
    Greetings greetings;

    @Inject
    TurnRunner turns;

    @Inject
    TurnReplies replies;

    @Inject
    EventStreams streams;

    @Inject
    Conversations conversations;

    @Inject
    Handoff handoff;

    @Inject
    ShopConfig shop;

    @Schema(name = "NewConversation")
    public record OpenRequest(
            @Pattern(regexp = TurnRequest.LOCALE) String locale) {}

    /** Who answers; shown before anything is said. */
    @Schema(requiredProperties = {"name", "ai"})
    public record AssistantInfo(String name, boolean ai) {}

    /** @param token opens the conversation; given out only here */
    @Schema(
            name = "OpenedConversation",
            requiredProperties = {"id", "token", "level", "greeting", "suggestions", "assistant"})
    public record OpenedView(
            UUID id,
            String token,
            TrustLevel level,
            String greeting,
            List<ChatEvent.Choice> suggestions,
            AssistantInfo assistant) {}

    @POST
    @ResponseStatus(201)
    @Operation(operationId = "createConversation")
    @APIResponse(responseCode = "201")
    public OpenedView open(@Valid OpenRequest request) {
        Optional<String> locale = Optional.ofNullable(request).map(OpenRequest::locale);
        Conversations.Opened opened = entry.open(locale);
        Greetings.Greeting greeting = greetings.in(locale);
        return new OpenedView(
                opened.id(),
                opened.token(),
                caller.customerId().isPresent() ? TrustLevel.customer : TrustLevel.anonymous,
                greeting.greeting(),
                greeting.suggestions(),
                new AssistantInfo(shop.assistantName(), true));
    }

    @GET
    @Operation(operationId = "listConversations")
    public Page<Transcripts.ConversationSummary> list(
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1")) @QueryParam("page") String page) {
        return transcripts.ofCustomer(caller.requireCustomer(), Page.number(page));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getConversation")
    public Transcripts.Transcript get(@PathParam("id") String id) {
        return transcripts.of(entry.to(id));
    }

    @POST
    @Path("/{id}/messages")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "postMessage",
            summary = "A turn; with Accept: text/event-stream its events as they happen")
    public TurnReplies.TurnReply send(@PathParam("id") String id, @NotNull @Valid TurnRequest request) {
        return replies.answer(entry.to(id), request);
    }

    @POST
    @Path("/{id}/messages")
    @Produces(MediaType.SERVER_SENT_EVENTS + ";qs=0.5")
    @Operation(hidden = true)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    public Multi<OutboundSseEvent> stream(
            @PathParam("id") String id,
            @HeaderParam(LAST_EVENT_ID) String lastEventId,
            @NotNull @Valid TurnRequest request) {
        Optional<Long> after = eventId(lastEventId);
        return streams.ofTurn(turns.start(entry.to(id), request), after);
    }

    @GET
    @Path("/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "followConversation", summary = "What happens outside the caller's own turn")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = String.class)))
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    public Multi<OutboundSseEvent> events(@PathParam("id") String id, @HeaderParam(LAST_EVENT_ID) String lastEventId) {
        Conversations.Access access = entry.to(id);
        Optional<Long> after = eventId(lastEventId);
        return streams.besides(
                access.conversationId(), after.orElseGet(() -> conversations.lastEventId(access.conversationId())));
    }

    @POST
    @Path("/{id}/turns/{turnId}/stop")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "stopTurn")
    public void stop(@PathParam("id") String id, @PathParam("turnId") UUID turnId) {
        turns.stop(entry.to(id).conversationId(), turnId);
    }

    /** @param message what the shopper wants to tell the person */
    @Schema(name = "HandoffRequest")
    public record HandoffRequest(@Size(max = 4000) String message) {}

    /** @param position the place in the queue, from 1; absent when a person has it already */
    @Schema(
            name = "Handoff",
            requiredProperties = {"ticketId", "state"})
    public record HandoffView(UUID ticketId, String state, Integer position) {}

    @POST
    @Path("/{id}/handoff")
    @ResponseStatus(202)
    @Operation(operationId = "requestHandoff")
    @APIResponse(responseCode = "202")
    public HandoffView handOff(@PathParam("id") String id, @Valid HandoffRequest request) {
        Conversations.Access access = entry.to(id);
        Optional<String> message =
                Optional.ofNullable(request).map(HandoffRequest::message).filter(text -> !text.isBlank());
        message.ifPresent(TurnRequest::checkedText);
        Handoff.Placed placed = handoff.place(access.conversationId(), "asked_for_a_person", message.orElse(""));
        return new HandoffView(
                placed.ticketId(), placed.state(), placed.position().orElse(null));
    }

    private static Optional<Long> eventId(String header) {
        try {
            return Optional.ofNullable(header).filter(id -> !id.isBlank()).map(Long::valueOf);
        } catch (NumberFormatException e) {
            throw new ProblemException(ErrorCode.INVALID_REQUEST);
        }
    }
}
