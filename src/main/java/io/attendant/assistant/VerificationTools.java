package io.attendant.assistant;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.invocation.InvocationParameters;
import io.attendant.conversations.ChatEvent;
import io.attendant.conversations.ShopperTool;
import io.attendant.conversations.TurnScope;
import io.attendant.identity.TrustLevel;
import io.attendant.shared.StorableText;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;

/** The model's way of asking the shopper to prove who they are. It can only ask. */
@RegisterForReflection
@ApplicationScoped
public class VerificationTools {
    private static final int MAX_REASON = 200;

    /** @param level what the shopper has proved so far */
    public record Requested(TrustLevel level, boolean requested) {}

    @Tool("Shows the shopper a form to sign in or to verify their e-mail address, when a tool was refused with "
            + "verification_required. Returns the present level: anonymous, order or customer.")
    @ShopperTool
    public Object requestVerification(
            @P(value = "in a few words, what the verification is needed for", required = true) String reason,
            InvocationParameters turn) {
        TurnScope scope = TurnScope.of(turn);
        TrustLevel level = scope.session().level();
        boolean needed = !level.reaches(TrustLevel.customer);
        if (needed) {
            scope.emit(new ChatEvent.VerificationRequired(StorableText.of(reason, MAX_REASON)));
        }
        return new Requested(level, needed);
    }
}
