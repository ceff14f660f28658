package io.attendant.shared;

/**
 * Every code a client can meet, with the HTTP status of its problem document and a fixed English sentence. The sentence is
 * all that a client or the model is told; clients translate by code. {@code docs/error-codes.md} is generated from this enum.
 */
public enum ErrorCode {
    MALFORMED_REQUEST(400, "The request can't be read."),
    INVALID_REQUEST(400, "The request has fields that are missing or not allowed."),
    INVALID_TEXT(400, "The text has characters that can't be stored."),
    MESSAGE_EMPTY(400, "The message is empty."),
    INVALID_ARGUMENTS(400, "The arguments don't fit the tool."),
    INVALID_EXPRESSION(400, "The expression can't be calculated."),
    TOKEN_REQUIRED(401, "Sign in first."),
    TOKEN_INVALID(401, "The token is not valid or has expired."),
    FORBIDDEN(403, "This account may not do that."),
    VERIFICATION_REQUIRED(403, "The shopper has to prove who they are first."),
    NOT_FOUND(404, "There is nothing at this address."),
    CONVERSATION_NOT_FOUND(404, "There is no such conversation."),
    TURN_NOT_FOUND(404, "There is no such turn."),
    ORDER_NOT_FOUND(404, "There is no such order."),
    PRODUCT_NOT_FOUND(404, "There is no such product."),
    ARTICLE_NOT_FOUND(404, "There is no such article."),
    CUSTOMER_NOT_FOUND(404, "There is no such customer."),
    MESSAGE_NOT_FOUND(404, "There is no such message."),
    ACTION_NOT_FOUND(404, "There is no such action."),
    RECORDING_NOT_FOUND(404, "Nothing is recorded of this conversation."),
    METHOD_NOT_ALLOWED(405, "This address does not take that method."),
    NOT_ACCEPTABLE(406, "The answer is not available in a format the client accepts."),
    TURN_IN_PROGRESS(409, "The assistant is still answering the last message."),
    CLIENT_MESSAGE_CONFLICT(409, "This client message id was used for another text."),
    ORDER_NOT_PENDING(
            409, "The rule on the order's status forbids it: the order is not open to this change, or no longer."),
    ORDER_ALREADY_MODIFIED(
            409,
            "The rule on changed orders forbids it: after its items were changed, an order takes no further change or cancellation."),
    ORDER_NOT_DELIVERED(
            409, "The rule on the order's status forbids it: items can be returned or exchanged once, after delivery."),
    PAYMENT_ALREADY_CHANGED(
            409,
            "The rule on payments forbids it: the payment method of an order can be changed once, and only if one method paid for all of it."),
    ORDER_CHANGED(409, "The order or its prices have changed since this was proposed; nothing was done."),
    ACTION_PENDING(409, "Something else was proposed in this turn already; the shopper has to decide on it first."),
    ACTION_EXPIRED(409, "The proposal has expired; nothing was done."),
    ACTION_REPLACED(409, "A later proposal has taken the place of this one; nothing was done."),
    RECORDING_UNSUPPORTED(409, "The recording was made by another version and can't be replayed."),
    RECORDING_INCOMPLETE(
            409, "Earlier turns of the conversation are not recorded, or no longer; it can't be replayed."),
    MESSAGE_TOO_LONG(413, "The message is longer than 4,000 characters."),
    BODY_TOO_LARGE(413, "The request is too large."),
    UNSUPPORTED_MEDIA_TYPE(415, "The request's content type is not supported."),
    IMPORT_REJECTED(422, "The file has rows that can't be taken; nothing was imported."),
    RECORDING_INVALID(422, "This is no recording, or not as it was recorded."),
    UNKNOWN_TOOL(422, "There is no such tool."),
    INVALID_REASON(422, "The reason is none for which the shop cancels."),
    ITEMS_REQUIRED(422, "No item was named."),
    ITEM_NOT_IN_ORDER(422, "An item is not in the order, or not as often as named."),
    ITEM_COUNT_MISMATCH(422, "There must be as many new items as old ones."),
    REPLACEMENT_UNAVAILABLE(422, "A new item must be an available variant of the same product."),
    REPLACEMENT_UNCHANGED(422, "A new item is the same variant as the old one."),
    PAYMENT_METHOD_NOT_FOUND(422, "The shopper has no such payment method."),
    PAYMENT_METHOD_UNCHANGED(422, "The order is paid with this method already."),
    REFUND_METHOD_NOT_ALLOWED(
            422, "A refund goes to a method that paid for the order or to a gift card of the shopper."),
    GIFT_CARD_INSUFFICIENT(422, "The gift card does not cover the amount."),
    ADDRESS_INCOMPLETE(
            422,
            "The address lacks a part: street, city, postal code and country are needed, and the state in the US, Canada and Australia."),
    CODE_INVALID(422, "The code is not right."),
    TOO_MANY_ATTEMPTS(429, "There were too many attempts; try again later."),
    TOOL_CALLS_EXHAUSTED(429, "Enough tools were called in this turn; answer with what is known."),
    TOOL_FAILED(500, "The tool failed; nothing was changed."),
    INTERNAL_ERROR(500, "Something went wrong on our side."),
    MODEL_UNAVAILABLE(502, "The assistant can't answer right now."),
    SIGN_IN_UNAVAILABLE(503, "Sign-in can't be checked right now."),
    TURN_INTERRUPTED(503, "The answer was interrupted."),
    TURN_STOPPED(503, "The answer was stopped."),
    TURN_TIMEOUT(504, "The answer took too long.");

    private final int status;
    private final String message;

    ErrorCode(int status, String message) {
        this.status = status;
        this.message = message;
    }

    /** The HTTP status of a problem with this code. */
    public int status() {
        return status;
    }

    /** The fixed sentence for people and for the model. */
    public String message() {
        return message;
    }

    /** The code on the wire, for example {@code order_not_found}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
