package io.attendant.chat;

import io.attendant.assistant.local.LocalModel;
import io.attendant.assistant.local.understanding.Intent;
import io.attendant.assistant.local.understanding.IntentScore;
import io.attendant.assistant.local.understanding.Slots;
import io.attendant.assistant.local.understanding.Understanding;
import io.attendant.identity.Roles;
import io.attendant.shared.wording.Language;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the local assistant takes a message, for an owner who wonders why it answered as it did. Nothing is stored. */
@Path("/api/admin/understand")
@RolesAllowed(Roles.ADMIN)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "admin")
public class UnderstandResource {
    @Inject
    LocalModel local;

    /** @param locale the language of the conversation so far, which a message without a language of its own keeps */
    @Schema(name = "UnderstandRequest")
    public record UnderstandRequest(
            @Schema(required = true, minLength = 1, maxLength = TurnRequest.MAX_TEXT)
            String text,

            @Pattern(regexp = TurnRequest.LOCALE) String locale) {}

    /**
     * @param confidence the probability of the intent, from 0 to 1
     * @param alternatives what else it may be, likeliest first
     */
    @Schema(name = "Understanding")
    public record Understood(
            Language language, Intent intent, double confidence, List<IntentScore> alternatives, Slots slots) {
        static Understood of(Understanding message) {
            List<IntentScore> intents = message.intents();
            return new Understood(
                    message.language(),
                    message.intent(),
                    intents.get(0).confidence(),
                    intents.subList(1, intents.size()),
                    message.slots());
        }
    }

    @POST
    @Operation(
            operationId = "understand",
            summary = "The language, the intents and the particulars that the local assistant reads in a message")
    public Understood understand(@Valid @NotNull UnderstandRequest request) {
        return Understood.of(local.understand(
                TurnRequest.checkedText(request.text()),
                Optional.ofNullable(request.locale()).flatMap(Language::of)));
    }
}
