package io.attendant.chat;

import io.attendant.assistant.OpenPage;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.Ids;
import io.attendant.shared.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A shopper's message.
 *
 * @param clientMessageId chosen by the client; sent again it returns or joins the same turn
 * @param locale the language of the UI now
 * @param replaces the shopper's message that this one takes the place of, with all that followed it
 */
@Schema(name = "MessageRequest")
public record TurnRequest(
        @Schema(required = true, minLength = 1, maxLength = TurnRequest.MAX_TEXT)
        String text,

        @Size(min = 1, max = 100) String clientMessageId,
        @Pattern(regexp = TurnRequest.LOCALE) String locale,
        UUID replaces,
        @Valid PageContext context) {

    public static final String LOCALE = "[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}";
    static final int MAX_TEXT = 4_000;

    /** What the shopper has open. */
    public record PageContext(
            @Size(max = 200) String page,
            @Size(max = 64) String productId,
            @Size(max = 64) String orderId) {}

    /**
     * The text, if it can be taken.
     *
     * @throws ProblemException by code, before anything is stored
     */
    public static String checkedText(String text) {
        if (text == null || text.isBlank()) {
            throw new ProblemException(ErrorCode.MESSAGE_EMPTY);
        }
        if (text.codePointCount(0, text.length()) > MAX_TEXT) {
            throw new ProblemException(ErrorCode.MESSAGE_TOO_LONG);
        }
        if (!Ids.isStorable(text)) {
            throw new ProblemException(ErrorCode.INVALID_TEXT);
        }
        return text;
    }

    OpenPage openPage() {
        return context == null ? OpenPage.NONE : OpenPage.of(context.productId(), context.orderId());
    }

    Optional<String> optionalLocale() {
        return Optional.ofNullable(locale);
    }
}
