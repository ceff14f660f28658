package io.attendant.chat;

import io.attendant.conversations.Conversations;
import io.attendant.identity.TrustLevel;
import io.attendant.identity.verification.OrderProofs.Proof;
import io.attendant.identity.verification.Verifications;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.Ids;
import io.attendant.shared.ProblemException;
import io.attendant.shared.Redaction;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A guest's ways to prove who they are. No answer tells whether an order or an address exists. */
@Path("/api/conversations/{id}/verification")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "conversations")
public class VerificationResource {
    private static final int MAX_EMAIL = 254;
    private static final int MAX_POSTAL_CODE = 40;

    @Inject
    Entry entry;

    @Inject
    Verifications verifications;

    @Inject
    CodeEntry codes;

    @Context
    HttpServerRequest http;

    /** An order with the e-mail address or the postal code on it; or an e-mail address alone, to get a code. */
    @Schema(name = "VerificationRequest")
    public record VerificationRequest(
            @Size(max = Ids.MAX_LENGTH) String orderId,
            @Size(max = MAX_EMAIL) String email,
            @Size(max = MAX_POSTAL_CODE) String postalCode) {}

    /** The answer about an order. */
    @RegisterForReflection
    @Schema(
            name = "VerifiedLevel",
            requiredProperties = {"level"})
    public record OrderAnswer(TrustLevel level) {}

    /** The answer to a request for a code: the same for every address. */
    @RegisterForReflection
    @Schema(
            name = "CodeRequested",
            requiredProperties = {"expiresAt"})
    public record CodeAnswer(Instant expiresAt) {}

    @POST
    @Operation(operationId = "startVerification", summary = "Checks an order's e-mail or postal code, or mails a code")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = OrderAnswer.class)),
            description = "an order was checked")
    @APIResponse(
            responseCode = "202",
            content = @Content(schema = @Schema(implementation = CodeAnswer.class)),
            description = "a code goes out, if the address is a customer's")
    public Response start(@PathParam("id") String id, @NotNull @Valid VerificationRequest request) {
        Conversations.Access access = entry.to(id);
        checkStorable(request);
        if (request.orderId() != null && (request.email() == null) != (request.postalCode() == null)) {
            Proof proof = request.email() != null
                    ? new Proof.Email(request.email())
                    : new Proof.PostalCode(request.postalCode());
            boolean proved = verifications.proveOrder(access.conversationId(), client(), request.orderId(), proof);
            return Response.ok(new OrderAnswer(proved ? TrustLevel.order : TrustLevel.anonymous))
                    .build();
        }
        if (request.email() != null && request.orderId() == null && request.postalCode() == null) {
            Instant expiresAt = verifications.requestCode(
                    access.conversationId(),
                    // Kept with the check, and some type anything into a field.
                    Redaction.of(request.email()),
                    access.boundTo(),
                    access.session().locale());
            return Response.accepted(new CodeAnswer(expiresAt)).build();
        }
        throw new ProblemException(ErrorCode.INVALID_REQUEST);
    }

    private static void checkStorable(VerificationRequest request) {
        boolean bad = Stream.of(request.orderId(), request.email(), request.postalCode())
                .flatMap(Stream::ofNullable)
                .anyMatch(text -> text.isBlank() || !Ids.isStorable(text));
        if (bad) {
            throw new ProblemException(ErrorCode.INVALID_REQUEST);
        }
    }

    private String client() {
        return Optional.ofNullable(http.remoteAddress())
                .map(address -> address.hostAddress())
                .orElse("");
    }

    @Schema(name = "CodeEntry")
    public record CodeRequest(
            @NotNull @Size(min = 1, max = 20) @Schema(required = true)
            String code) {}

    /** @param verifiedUntil when the shopper has to prove it again */
    @Schema(
            name = "CodeAccepted",
            requiredProperties = {"level", "verifiedUntil"})
    public record CodeAccepted(TrustLevel level, Instant verifiedUntil) {}

    @POST
    @Path("/code")
    @Operation(operationId = "submitVerificationCode", summary = "Tries the code that was mailed")
    public CodeAccepted enter(@PathParam("id") String id, @NotNull @Valid CodeRequest request) {
        String code = request.code().replaceAll("[\\s-]", "");
        return switch (codes.enter(entry.to(id), code)) {
            case Verifications.CodeResult.Right right -> new CodeAccepted(TrustLevel.customer, right.until());
            case Verifications.CodeResult.Wrong wrong ->
                throw new ProblemException(ErrorCode.CODE_INVALID, Map.of("triesLeft", wrong.triesLeft()));
        };
    }
}
