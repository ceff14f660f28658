package io.attendant.actions;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.shared.ErrorCode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to a decision, the same for ever.
 *
 * @param code why it failed or expired
 * @param order the order right after it was executed
 */
@RegisterForReflection
@Schema(
        name = "ActionOutcome",
        requiredProperties = {"status"})
public record ActionOutcome(
        ActionStatus status,
        String code,
        @Schema(ref = "#/components/schemas/Order") JsonNode order) {

    static ActionOutcome of(ActionStatus status) {
        return new ActionOutcome(status, null, null);
    }

    static ActionOutcome of(ActionStatus status, ErrorCode code) {
        return new ActionOutcome(status, code.code(), null);
    }
}
